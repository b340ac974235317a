/// The one way to write an entry down as bytes, so that its hash means the same everywhere.
///
/// Each field is its length (four bytes, the highest first) and its bytes: text in UTF-8, hashes
/// as they are. A missing field is the length `FFFFFFFF`. Numbers are eight bytes without a length,
/// the highest first. The first field names the form and its version. No two entries share their
/// bytes.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    init(form: String, capacity: Int) {
        bytes.reserveCapacity(capacity + form.utf8.count + 4)
        add(form)
    }

    mutating func add(_ text: String) {
        add(length: UInt32(truncatingIfNeeded: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ text: String?) {
        if let text { add(text) } else { add(length: .max) }
    }

    mutating func add(_ number: Int64) {
        Swift.withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ hash: TreeHash?) {
        guard let hash else { return add(length: .max) }
        add(length: 32)
        hash.withBytes { bytes.append(contentsOf: $0) }
    }

    private mutating func add(length: UInt32) {
        Swift.withUnsafeBytes(of: length.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
