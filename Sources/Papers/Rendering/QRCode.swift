import CQREncode
import Kernel

/// The square code of a paper's digest block, as rows of dark and light modules (ISO/IEC 18004).
package struct QRCode: Hashable, Sendable {
    /// Row by row, `true` for dark; as many rows as columns.
    package let modules: [[Bool]]

    /// The code of an address, middle error correction; `nil` for one too long for any code.
    package init?(_ address: String) {
        let bytes = Array(address.utf8)
        guard !bytes.isEmpty,
            let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        modules = (0..<width).map { row in
            // The lowest bit of a module says whether it is dark.
            (0..<width).map { column in data[row * width + column] & 1 == 1 }
        }
    }

    /// The code as a drawing, with the quiet zone of four modules.
    package var svg: String {
        let side = modules.count + 8
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(side)v\(side)H0z"/>\
            <path fill="#000" d="\(path)"/></svg>
            """
    }

    /// The dark modules as the path of a drawing, within the quiet zone.
    package var path: String {
        var path = ""
        for (y, row) in modules.enumerated() {
            for (x, isDark) in row.enumerated() where isDark {
                path += "M\(x + 4) \(y + 4)h1v1h-1z"
            }
        }
        return path
    }

    /// The code as a PNG of one bit a pixel, eight pixels a module.
    package var png: [UInt8] {
        let scale = 8
        let side = (modules.count + 8) * scale
        var lines: [UInt8] = []
        for y in 0..<side {
            lines.append(0)
            for start in stride(from: 0, to: side, by: 8) {
                lines.append(isDark(x: start / scale, y: y / scale) ? 0x00 : 0xFF)
            }
        }
        return PNG.image(width: side, height: side, lines: lines)
    }

    private func isDark(x: Int, y: Int) -> Bool {
        let (column, row) = (x - 4, y - 4)
        guard modules.indices.contains(row), modules.indices.contains(column) else {
            return false
        }
        return modules[row][column]
    }
}

/// The few parts of PNG that a square code needs: one grey bit a pixel, not packed (RFC 2083).
private enum PNG {
    static func image(width: Int, height: Int, lines: [UInt8]) -> [UInt8] {
        let header = bigEndian(width) + bigEndian(height) + [1, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
            + chunk("IDAT", stored(lines)) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return bigEndian(content.count) + body + bigEndian(Int(checksum(body)))
    }

    /// A zlib stream of stored blocks.
    private static func stored(_ content: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: content.count, by: 65_535) {
            let piece = content[start..<min(start + 65_535, content.count)]
            let (low, high) = (UInt8(piece.count & 255), UInt8(piece.count >> 8))
            stream += [piece.endIndex == content.count ? 1 : 0, low, high, ~low, ~high]
            stream += piece
        }
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in content {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return stream + bigEndian(Int(b << 16 | a))
    }

    private static func checksum(_ content: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in content {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
