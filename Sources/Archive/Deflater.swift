import CZ

/// Packs the content of one member, piece by piece, with zlib.
///
/// A class, for zlib keeps the address of its stream.
final class Deflater {
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init() throws {
        stream.initialize(to: z_stream())
        // Window bits below nought: raw deflate, for zip has headers of its own.
        let code = deflateInit2_(
            stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw ZipWriterFault.packing(code: code) }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func pack(_ content: [UInt8], into output: inout [UInt8]) throws {
        try content.withUnsafeBufferPointer { bytes in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            stream.pointee.avail_in = UInt32(bytes.count)
            while stream.pointee.avail_in > 0 {
                try step(Z_NO_FLUSH, into: &output)
            }
        }
    }

    func finish(into output: inout [UInt8]) throws {
        while try step(Z_FINISH, into: &output) != Z_STREAM_END {}
    }

    @discardableResult
    private func step(_ flush: Int32, into output: inout [UInt8]) throws -> Int32 {
        let (code, count) = buffer.withUnsafeMutableBufferPointer { room in
            stream.pointee.next_out = room.baseAddress
            stream.pointee.avail_out = UInt32(room.count)
            let code = deflate(stream, flush)
            return (code, room.count - Int(stream.pointee.avail_out))
        }
        guard code == Z_OK || code == Z_STREAM_END else {
            throw ZipWriterFault.packing(code: code)
        }
        output += buffer[..<count]
        return code
    }
}
