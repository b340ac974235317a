import CZ

extension [UInt8] {
    /// The bytes packed with gzip (RFC 1952); `nil` where that does not make them fewer.
    var gzipped: [UInt8]? {
        var stream = z_stream()
        // Sixteen more window bits ask zlib for gzip's header and checksum.
        let code = deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY,
            ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var packed = [UInt8](repeating: 0, count: count + 64)
        let isWhole = withUnsafeBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        let length = Int(stream.total_out)
        return isWhole && length < count ? Array(packed[..<length]) : nil
    }
}
