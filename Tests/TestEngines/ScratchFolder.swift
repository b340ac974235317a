import Foundation

/// A folder in memory for one test, gone when nobody holds it any more.
package final class ScratchFolder: Sendable {
    private let folder: URL

    package init() throws {
        folder = try Self.ofProcess.get().appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    package func path(_ name: String) -> String { folder.appending(path: name).path }

    /// What a copy that did not end has left.
    package func partials() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".partial") }
    }

    /// The folder of this run of the tests. What runs that have ended left behind is removed.
    private static let ofProcess = Result {
        let files = FileManager.default
        let root = files.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        for name in try files.contentsOfDirectory(atPath: root) where name.hasPrefix(prefix) {
            let process = name.dropFirst(prefix.count)
            guard !files.fileExists(atPath: "/proc/\(process)") else { continue }
            try? files.removeItem(atPath: "\(root)/\(name)")
        }
        return URL(fileURLWithPath: root)
            .appending(path: "\(prefix)\(ProcessInfo.processInfo.processIdentifier)")
    }

    private static let prefix = "chengdun-test-"
}
