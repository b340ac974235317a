import Foundation
import Kernel

/// Reads the parts of a form with files (RFC 7578) while they come in.
///
/// It holds no more of the content than one piece and the length of the boundary. Whatever is not
/// written exactly as browsers write it is refused: before the first boundary and after the last
/// stands nothing but a line end.
struct MultipartReader {
    /// What the content consists of, in order.
    enum Event {
        case part(PartHeading)
        case bytes(UnsafeRawBufferPointer)
        case end
    }

    private enum State {
        case start, afterBoundary, heading, content, done
    }

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]
    private let boundary: [UInt8]
    private let delimiter: [UInt8]
    private let limits: UploadLimits
    private var state = State.start
    private var held: [UInt8] = []
    private var parts = 0

    init(boundary: String, limits: UploadLimits) {
        self.boundary = Array("--\(boundary)".utf8)
        delimiter = Self.lineEnd + self.boundary
        self.limits = limits
    }

    var isDone: Bool { state == .done }

    /// Takes the next piece and tells what is in it.
    ///
    /// - Throws: `WebRefusal.brokenUpload` where the content is not written as it must be.
    mutating func take(
        _ piece: UnsafeRawBufferPointer, _ tell: (Event) throws -> Void
    ) throws {
        held.append(contentsOf: piece)
        while try step(tell) {}
    }

    /// Goes one part of the grammar further; `false` when more bytes are needed.
    private mutating func step(_ tell: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .start:
            guard held.count >= boundary.count else { return false }
            guard held.starts(with: boundary) else { throw WebRefusal.brokenUpload }
            held.removeFirst(boundary.count)
            state = .afterBoundary
            return true
        case .afterBoundary: return try readAfterBoundary()
        case .heading: return try readHeading(tell)
        case .content: return try readContent(tell)
        case .done:
            guard held.isEmpty || Self.lineEnd.starts(with: held) else {
                throw WebRefusal.brokenUpload
            }
            return false
        }
    }

    private mutating func readAfterBoundary() throws -> Bool {
        guard held.count >= 2 else { return false }
        if held.starts(with: Self.lineEnd) {
            parts += 1
            guard parts <= limits.parts else { throw WebRefusal.tooManyParts }
            state = .heading
        } else if held.starts(with: "--".utf8) {
            state = .done
        } else {
            throw WebRefusal.brokenUpload
        }
        held.removeFirst(2)
        return true
    }

    private mutating func readHeading(_ tell: (Event) throws -> Void) throws -> Bool {
        let end = held.place(of: Self.lineEnd + Self.lineEnd)
        guard end ?? held.count <= limits.partHeadingBytes else { throw WebRefusal.brokenUpload }
        guard let end else { return false }
        let heading = try PartHeading(held[..<end])
        held.removeFirst(end + 4)
        state = .content
        try tell(.part(heading))
        return true
    }

    private mutating func readContent(_ tell: (Event) throws -> Void) throws -> Bool {
        let end = held.place(of: delimiter)
        let count = end ?? max(0, held.count - delimiter.count + 1)
        if count > 0 {
            try held.withUnsafeBytes { bytes in
                try tell(.bytes(UnsafeRawBufferPointer(rebasing: bytes.prefix(count))))
            }
        }
        held.removeFirst(end.map { $0 + delimiter.count } ?? count)
        guard end != nil else { return false }
        state = .afterBoundary
        try tell(.end)
        return true
    }
}

extension [UInt8] {
    /// Where `pattern` first stands.
    fileprivate func place(of pattern: [UInt8]) -> Int? {
        withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return nil }
            var from = 0
            while from + pattern.count <= bytes.count {
                let left = bytes.count - pattern.count + 1 - from
                guard let found = memchr(start + from, Int32(pattern[0]), left) else { return nil }
                if memcmp(found, pattern, pattern.count) == 0 {
                    return start.distance(to: UnsafeRawPointer(found))
                }
                from = start.distance(to: UnsafeRawPointer(found)) + 1
            }
            return nil
        }
    }
}
