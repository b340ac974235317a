import Foundation

/// A folder in memory for one test; the system empties it with the rest.
package struct ScratchFolder: Sendable {
    private let folder: URL

    package init() throws {
        let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
        folder = URL(fileURLWithPath: memory).appending(path: "chengdun-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    package func path(_ name: String) -> String { folder.appending(path: name).path }

    package func remove() throws {
        try FileManager.default.removeItem(at: folder)
    }
}
