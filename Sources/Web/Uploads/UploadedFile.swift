import Foundation
import Kernel

/// A file that came with a form. Its bytes lie in a temporary file for as long as somebody holds
/// this value.
package struct UploadedFile: Sendable {
    /// The name of the form's field.
    package let field: String
    /// What the sender calls the file.
    package let name: FileName
    /// What the sender says it is, as in `image/png`. Nothing is decided by it.
    package let claimedType: String
    package let size: Int
    package let digest: Digest
    private let spool: Spool

    init(
        field: String, name: FileName, claimedType: String, size: Int, digest: Digest, spool: Spool
    ) {
        self.field = field
        self.name = name
        self.claimedType = claimedType
        self.size = size
        self.digest = digest
        self.spool = spool
    }

    /// Where the bytes lie, for a program that reads them by name. The file is gone with this value.
    package var url: URL { URL(fileURLWithPath: spool.path) }

    /// All bytes at once.
    package func bytes() throws -> [UInt8] {
        Array(try Data(contentsOf: url, options: .alwaysMapped))
    }
}

/// A temporary file that only this process's user reads, removed when nobody holds it.
final class Spool: Sendable {
    let path: String
    private let descriptor: Int32

    init() throws {
        path = "\(NSTemporaryDirectory())/chengdun-upload-\(UUID().uuidString)"
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw UploadFault.disk(errno) }
    }

    deinit {
        unlink(path)
        close(descriptor)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = Foundation.write(descriptor, start, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw UploadFault.disk(errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
    }
}

/// What goes wrong with the server's own disk while a file is received.
enum UploadFault: Error {
    case disk(Int32)
}
