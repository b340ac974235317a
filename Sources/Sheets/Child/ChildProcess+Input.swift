import Foundation
import Glibc

extension ChildProcess {
    /// The file as the child's input: without a name, gone when both have closed it.
    static func spool(_ file: [UInt8]) throws -> Int32 {
        var path = Array("\(NSTemporaryDirectory())/chengdun-file-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        unlink(path)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        do {
            try handle.write(contentsOf: file)
            try handle.seek(toOffset: 0)
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }
}
