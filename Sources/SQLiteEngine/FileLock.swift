import Foundation
import Storage

/// The right to write a database file, held by one process until it ends, however it ends.
struct FileLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `StorageRefusal.inUse` while another process holds it.
    init(of path: String) throws {
        let file = path + ".lock"
        descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageFault.connection("\(file): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            Foundation.close(descriptor)
            throw StorageRefusal.inUse(path: path)
        }
    }

    func release() {
        Foundation.close(descriptor)
    }
}
