import Access
import Foundation
import HTML
import Kernel
import Registers
import Storage

/// A property number that the register has already, and what bears it.
struct TakenNumber: Sendable {
    let uuid: UUID
    let number: String
    let name: String
    let owner: String?

    /// What to say to whoever types it again.
    var error: FieldError {
        let asset = [owner, name].compactMap { $0 }
        return FieldError(
            field: "propertyNumber",
            message: Term(
                "財產編號 \(number) 已經在清冊裡（\(asset.joined(separator: "，"))）。",
                en:
                    "Property number \(number) is in the register (\(asset.joined(separator: ", ")))."
            ),
            place: Path("assets", uuid.uuidString.lowercased()))
    }
}

extension TakenNumber: RowDecodable {
    init(_ row: inout RowReader) throws {
        try self.init(
            uuid: row.next(), number: row.next(), name: row.next(), owner: row.next())
    }

    /// Those of `numbers` that assets of `agency` bear, by number.
    static func among(
        _ numbers: Set<String>, of agency: AgencyID, _ view: View
    ) throws -> [String: TakenNumber] {
        guard !numbers.isEmpty else { return [:] }
        let found: [TakenNumber] = try view.all(
            """
            SELECT id, propertyNumber, name, COALESCE(owner, keeper, manager) FROM asset
            WHERE agencyID = \(agency) AND removedAt IS NULL
              AND propertyNumber IN \(list: Array(numbers))
            """)
        return Dictionary(found.map { ($0.number, $0) }) { first, _ in first }
    }
}
