import Foundation
import Kernel
import Storage
import Systems

/// One row of the 資產清冊 as it is printed and filed: the eight statutory columns in their order,
/// and what stands on the label (柒/一/3).
package struct AssetLine: Hashable, Sendable {
    package let systemName: String?
    package let name: String
    package let assetClass: AssetClass
    package let owner: String?
    package let manager: String?
    package let usedBy: String?
    package let place: String?
    package let need: ProtectionNeed?
    package let propertyNumber: String?
    package let keeper: String?
    package let maker: String?
    package let model: String?
    package let isCore: Bool
    package let state: AssetState
}

extension AssetLine: RowDecodable {
    package init(_ row: inout RowReader) throws {
        systemName = try row.next()
        name = try row.next()
        assetClass = try row.next()
        owner = try row.next()
        manager = try row.next()
        usedBy = try row.next()
        place = try row.next()
        need = try row.next()
        propertyNumber = try row.next()
        keeper = try row.next()
        maker = try row.next()
        model = try row.next()
        isCore = try row.next()
        state = try row.next()
    }

    /// The columns as the frozen rows have them.
    static let frozenColumns: SQL = """
        systemName, name, assetClass, owner, manager, usedBy, place, need, propertyNumber, keeper,
        maker, model, core, state
        """

    /// The same columns of a table.
    static func columns(of table: SQLName) -> SQL {
        let names: [SQLName] = [
            "systemName", "name", "assetClass", "owner", "manager", "usedBy", "place", "need",
            "propertyNumber", "keeper", "maker", "model", "core", "state",
        ]
        return SQL(joining: names.map { "\(table).\($0)" }, with: ", ")
    }
}

extension AssetLine {
    /// The headings of the eight statutory columns, in the order of the plan.
    package static let headings = [
        Term("資訊及資通系統名稱", en: "System"), Term("資產名稱", en: "Name"),
        Term("資產類別", en: "Class"), Term("擁有者", en: "Owner"), Term("管理者", en: "Manager"),
        Term("使用者", en: "User"), Term("存放位置", en: "Place"),
        Term("防護需求等級", en: "Protection need"),
    ]

    /// What stands under the headings; core ones bear their mark (柒/一/3).
    package var printed: [String] {
        [
            (systemName ?? "") + (isCore ? "（核心）" : ""), name, assetClass.term.zh, owner ?? "",
            manager ?? "", usedBy ?? "", place ?? "", need?.term.zh ?? "",
        ]
    }

    /// Everything in words, for the digest of what was signed.
    var words: [String] {
        [
            systemName ?? "", name, assetClass.rawValue, owner ?? "", manager ?? "", usedBy ?? "",
            place ?? "", need?.rawValue ?? "", propertyNumber ?? "", keeper ?? "", maker ?? "",
            model ?? "", isCore ? "1" : "0", state.rawValue,
        ]
    }
}
