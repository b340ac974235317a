import Glibc

/// The encodings in which offices save their CSV.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// Big5 as Windows knows it.
    case big5 = "CP950"

    /// The encoding that some bytes seem to be in, and how many bytes of mark stand before them.
    static func guess(_ bytes: [UInt8]) -> (encoding: TextEncoding, mark: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        // Separators and line ends of UTF-16 have a nought beside them; nothing else has noughts.
        let sample = bytes.prefix(4_096)
        let noughts = sample.indices.filter { sample[$0] == 0 }
        if noughts.count * 50 > sample.count {
            let odd = noughts.count { !$0.isMultiple(of: 2) }
            return (odd * 2 > noughts.count ? .utf16LittleEndian : .utf16BigEndian, 0)
        }
        return (String(validating: bytes, as: UTF8.self) == nil ? .big5 : .utf8, 0)
    }
}

extension String {
    /// 〓, which printers put where a character is missing. No encoding that an agency extends with
    /// characters of its own has it.
    package static let missingCharacter = "〓"
}

/// Turns text of one encoding into another by the system's `iconv`.
///
/// A class, for the system's converter has a state and must be closed.
final class TextConverter {
    /// What could not be converted: the place of its first byte.
    struct Obstacle: Error {
        let offset: Int
    }

    private let handle: iconv_t

    /// `nil` where the system does not know the encoding.
    init?(from source: TextEncoding, to target: TextEncoding) {
        handle = iconv_open(target.rawValue, source.rawValue)
        if handle == iconv_t(bitPattern: -1) { return nil }
    }

    deinit {
        iconv_close(handle)
    }

    /// The whole text, converted.
    ///
    /// - Parameter pass: how many bytes to pass over where the system knows no character, which
    ///   becomes 〓; `nil` to go no further.
    func convert(
        _ source: [UInt8], passing pass: (_ offset: Int) -> Int? = { _ in nil }
    ) throws(Obstacle) -> [UInt8] {
        var bytes = source
        var output: [UInt8] = []
        var room = [CChar](repeating: 0, count: 65_536)
        var read = 0
        var hasEnded = false
        while !hasEnded {
            var (code, written) = (0, 0)
            bytes.withUnsafeMutableBytes { input in
                room.withUnsafeMutableBufferPointer { space in
                    var from = input.baseAddress.map {
                        ($0 + read).assumingMemoryBound(to: CChar.self)
                    }
                    var left = input.count - read
                    var to = space.baseAddress
                    var free = space.count
                    code = iconv(handle, &from, &left, &to, &free) == -1 ? Int(errno) : 0
                    read = input.count - left
                    written = space.count - free
                }
            }
            output += room[..<written].lazy.map { UInt8(bitPattern: $0) }
            hasEnded = code == 0
            guard !hasEnded, code != Int(E2BIG) else { continue }
            guard let width = pass(read) else { throw Obstacle(offset: read) }
            output += String.missingCharacter.utf8
            read += width
        }
        return output
    }
}
