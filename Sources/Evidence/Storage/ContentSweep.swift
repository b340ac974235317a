import Access
import Foundation
import Kernel
import Storage

/// Clears away content that no entry names: what a failed change or a broken upload left behind.
///
/// Where content lies in the cluster there is none, for it is written with the change.
package struct ContentSweep: Sendable {
    private let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// Removes files that were last kept before `moment` and that no entry names.
    ///
    /// Whoever keeps the same content meanwhile makes the file new again (`ContentStore.keep`); so
    /// it is first set aside, looked at once more, and put back when it is new.
    ///
    /// - Returns: how many were removed.
    @discardableResult
    package func run(before moment: Instant, by caller: Caller) async throws -> Int {
        guard let folder = door.fileFolder else { return 0 }
        let old = Self.files(in: folder).filter { Self.keptAt($0).map { $0 < moment } ?? false }
        var removed = 0
        for some in old.slices(of: 500) {
            let named = try await named(some.compactMap(Self.digest), by: caller)
            for path in some where Self.digest(of: path).map({ !named.contains($0) }) ?? true {
                if try Self.remove(path, before: moment) { removed += 1 }
            }
        }
        return removed
    }

    private func named(_ digests: [Digest], by caller: Caller) async throws -> Set<Digest> {
        try await door.read(by: caller) { view in
            Set(
                try view.values(
                    "SELECT DISTINCT digest FROM evidence WHERE digest IN \(list: digests)",
                    as: Digest.self))
        }
    }

    /// Every file two levels down, whatever its name.
    private static func files(in folder: String) -> [String] {
        let files = FileManager.default
        let inner = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        return inner.filter { $0.utf8.count == 2 }.sorted().flatMap { name in
            ((try? files.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []).sorted()
                .map { "\(folder)/\(name)/\($0)" }
        }
    }

    /// The content that the name stands for; `nil` for a file that was only half written.
    private static func digest(of path: String) -> Digest? {
        Digest(path.split(separator: "/").suffix(2).joined())
    }

    private static func keptAt(_ path: String) -> Instant? {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return nil }
        return Instant(microseconds: Int64(facts.st_mtim.tv_sec) * 1_000_000)
    }

    private static func remove(_ path: String, before moment: Instant) throws -> Bool {
        let aside = "\(path).swept"
        guard rename(path, aside) == 0 else { return false }
        guard let keptAt = keptAt(aside), keptAt < moment else {
            guard rename(aside, path) == 0 else { throw ContentFault.disk(errno) }
            return false
        }
        return unlink(aside) == 0
    }
}
