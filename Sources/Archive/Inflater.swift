import CZ

/// Unpacks the content of one member, piece by piece, with zlib.
///
/// A class, for zlib keeps the address of its stream.
final class Inflater {
    static let pieceSize = 65_536

    private let name: String
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var buffer = [UInt8](repeating: 0, count: pieceSize)

    init(_ name: String) throws(ZipRefusal) {
        self.name = name
        stream.initialize(to: z_stream())
        // Window bits below nought: raw deflate, for zip has headers of its own.
        let code = inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw .damaged(name) }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks `packed`, which has to end exactly where the stream in it ends.
    func unpack(
        _ packed: UnsafeBufferPointer<UInt8>, _ sink: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        stream.pointee.avail_in = UInt32(packed.count)
        var code = Z_OK
        while code == Z_OK {
            code = try buffer.withUnsafeMutableBufferPointer { room in
                stream.pointee.next_out = room.baseAddress
                stream.pointee.avail_out = UInt32(room.count)
                let code = inflate(stream, Z_NO_FLUSH)
                let count = room.count - Int(stream.pointee.avail_out)
                if count > 0 { try sink(UnsafeBufferPointer(rebasing: room[..<count])) }
                return code
            }
        }
        guard code == Z_STREAM_END, stream.pointee.avail_in == 0 else {
            throw ZipRefusal.damaged(name)
        }
    }
}
