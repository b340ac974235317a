import CPQ
import Kernel
import Storage

/// The values of one statement in the form that libpq takes: text, and bytes as they are.
struct PostgreSQLParameters {
    private var buffer: [CChar] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [StoredValue]) throws {
        for value in values {
            try value.checkStorable()
            append(value)
        }
    }

    var count: Int32 { Int32(offsets.count) }

    /// Lends the addresses for one call.
    func withPointers<Result>(
        _ call: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Result
    ) -> Result {
        buffer.withUnsafeBufferPointer { bytes in
            let start = bytes.baseAddress
            return call(
                offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }, lengths,
                formats)
        }
    }

    private mutating func append(_ value: StoredValue) {
        switch value {
        case .null:
            offsets.append(nil)
            lengths.append(0)
            formats.append(0)
        case .integer(let number): append(String(number).utf8, format: 0)
        case .real(let number): append(String(number).utf8, format: 0)
        case .text(let text): append(text.utf8, format: 0)
        case .blob(let bytes): append(bytes, format: 1)
        case .id(let id): append(id.hyphenated.utf8, format: 0)
        }
    }

    private mutating func append(_ bytes: some Collection<UInt8>, format: Int32) {
        offsets.append(buffer.count)
        lengths.append(Int32(bytes.count))
        formats.append(format)
        buffer.append(contentsOf: bytes.lazy.map { CChar(bitPattern: $0) })
        buffer.append(0)
    }
}
