import CArgon2
import Foundation
import Kernel
import Storage

/// What the programme keeps of a password: its Argon2id hash in the PHC notation, which names the
/// cost and the salt beside the tag.
package struct PasswordHash: Hashable, Sendable {
    /// As in `$argon2id$v=19$m=65536,t=3,p=1$…$…`.
    package let text: String
    package let cost: HashingCost

    /// Hashes `password` with a fresh salt of 16 bytes into a tag of 32.
    ///
    /// It takes as long as `cost` says, so only `PasswordHashing` calls it.
    init(of password: [UInt8], cost: HashingCost) throws {
        let salt = [UInt8].chance(16)
        let (passes, memory) = (UInt32(cost.passes), UInt32(cost.memoryKiB))
        let lanes = UInt32(cost.lanes)
        let length = argon2_encodedlen(passes, memory, lanes, 16, 32, Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let status = argon2id_hash_encoded(
            passes, memory, lanes, password, password.count, salt, salt.count, 32, &encoded,
            length)
        guard status == ARGON2_OK.rawValue else { throw HashingFault(status) }
        text = String(
            decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        self.cost = cost
    }

    /// A hash that no password made, of a chance salt and tag: a guess at an unknown account is
    /// compared with it, which takes as long as with any other.
    init(decoyAt cost: HashingCost) {
        let parameters = "m=\(cost.memoryKiB),t=\(cost.passes),p=\(cost.lanes)"
        let (salt, tag) = (Self.encoded(.chance(16)), Self.encoded(.chance(32)))
        text = "$argon2id$v=19$\(parameters)$\(salt)$\(tag)"
        self.cost = cost
    }

    /// Base64 as the PHC notation has it, without padding.
    private static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    /// Whether `password` is the one that was hashed. It takes as long as hashing.
    func matches(_ password: [UInt8]) throws -> Bool {
        let status = argon2id_verify(text, password, password.count)
        switch status {
        case ARGON2_OK.rawValue: return true
        case ARGON2_VERIFY_MISMATCH.rawValue: return false
        default: throw HashingFault(status)
        }
    }
}

extension PasswordHash: StoredAsText {
    package init?(stored text: String) {
        let form = /\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,4}),p=(\d{1,2})\$[^$]+\$[^$]+/
        guard let match = text.wholeMatch(of: form), let memory = Int(match.1),
            let passes = Int(match.2), let lanes = Int(match.3)
        else { return nil }
        self.text = text
        cost = HashingCost(memoryKiB: memory, passes: passes, lanes: lanes)
    }

    package var storedText: String { text }
}

/// The hashing library could not do its work, as when memory is short. Always a fault.
struct HashingFault: Error, CustomStringConvertible {
    let description: String

    init(_ status: Int32) {
        description = String(cString: argon2_error_message(status))
    }
}
