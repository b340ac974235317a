import MerkleLog
import Storage

extension TreeHash: Storable {
    package var stored: StoredValue { .blob(bytes) }

    package static func read(_ row: any ColumnSource, _ index: Int) throws -> TreeHash {
        guard let hash = TreeHash(bytes: try row.blob(index)) else {
            throw StorageFault.column(index, expected: "a hash of 32 bytes")
        }
        return hash
    }
}
