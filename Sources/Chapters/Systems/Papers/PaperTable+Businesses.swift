import Access
import Foundation
import Kernel
import Outline
import Papers
import Registers
import Storage

extension PaperTable {
    /// 附件2: each business, core first, with its systems, why it matters and how long it may fail.
    static let businesses = PaperTable(
        "annex2",
        columns: [
            .init("業務", share: 15), .init("核心", share: 8, .center),
            .init("資通系統", share: 22), .init("重要性說明", share: 20),
            .init("業務失效影響說明", share: 20), .init("最大可容忍\n中斷時間\n（小時）", share: 13, .end),
            .init("防護需\n求等級", share: 9, .center),
        ], whenMissing: "（尚未登錄業務）"
    ) { view, reach, _, _ in
        let needs = try SystemNeed.byBusiness(within: reach, view)
        return try view.all(
            """
            SELECT id, agencyID, name, standing, legalGround, importance, failureEffect,
              longestOutageHours, systemsAnswer, systems, runBy
            FROM business
            WHERE removedAt IS NULL AND \(reach, covers: "agencyID")
            ORDER BY agencyID, standing, name, id
            """, as: PrintedBusiness.self
        ).map { PaperLine($0.agencyID, $0.cells(needs: needs[$0.id] ?? [])) }
    }

    /// The list of systems with what their grading says.
    static let systems = PaperTable(
        "systems",
        columns: [
            .init("資通系統名稱", share: 22), .init("業管單位", share: 11),
            .init("維運\n方式", share: 8, .center), .init("狀態", share: 8, .center),
            .init("支援之業務", share: 18), .init("機密\n性", share: 7, .center),
            .init("完整\n性", share: 7, .center), .init("可用\n性", share: 7, .center),
            .init("法律\n遵循\n性", share: 7, .center), .init("防護\n需求\n等級", share: 7, .center),
            .init("核心", share: 7, .center), .init("容忍中\n斷時間\n(小時)", share: 10, .end),
            .init("RTO\n(小時)", share: 9, .end), .init("RPO\n(小時)", share: 9, .end),
        ], whenMissing: "無自有資通系統登錄"
    ) { view, reach, _, _ in
        try view.all(
            """
            SELECT agencyID, name, owner, building, state, business, confidentiality, integrity,
              availability, compliance, need, core, longestOutageHours, recoveryHours,
              dataLossHours
            FROM informationSystem
            WHERE removedAt IS NULL AND \(reach, covers: "agencyID")
            ORDER BY agencyID, name, id
            """, as: PrintedSystem.self
        ).map { PaperLine($0.agencyID, $0.cells) }
    }
}

/// What is printed where nothing has been written down: missing, and never nought.
package enum PrintedBlank {
    package static let missing = "（未填）"

    package static func words(_ text: String?) -> String {
        text.flatMap { $0.isEmpty ? nil : $0 } ?? missing
    }

    static func hours(_ number: Int?) -> String { number.map(String.init) ?? "未填" }
}

/// How much protection the systems of a business need.
private struct SystemNeed {
    static func byBusiness(
        within reach: Reach, _ view: View
    ) throws -> [UUID: [ProtectionNeed?]] {
        let rows = try view.all(
            """
            SELECT businessSystem.businessID, informationSystem.need
            FROM businessSystem
            JOIN informationSystem ON informationSystem.id = businessSystem.systemID
            WHERE informationSystem.removedAt IS NULL
              AND \(reach, covers: "informationSystem.agencyID")
            ORDER BY businessSystem.businessID, informationSystem.name, informationSystem.id
            """
        ) { row in
            (business: try row.next(UUID.self), need: try row.next(ProtectionNeed?.self))
        }
        return Dictionary(grouping: rows, by: \.business).mapValues { $0.map(\.need) }
    }
}

/// A business as annex 2 prints it.
private struct PrintedBusiness: RowDecodable {
    let id: UUID
    let agencyID: AgencyID
    let name: String
    let standing: BusinessStanding
    let legalGround: String?
    let importance: String?
    let failureEffect: String?
    let longestOutageHours: Int?
    let systems: SystemsOfBusiness

    init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        name = try row.next()
        standing = try row.next()
        legalGround = try row.next()
        importance = try row.next()
        failureEffect = try row.next()
        longestOutageHours = try row.next()
        let answer: SystemsAnswer? = try row.next()
        let names: Names = try row.next()
        systems = SystemsOfBusiness(answer: answer, names: names, runBy: try row.next())
    }

    func cells(needs: [ProtectionNeed?]) -> [String] {
        [
            name, standing == .core ? "核心" : "非核心", systemWords,
            importanceWords, PrintedBlank.words(failureEffect),
            PrintedBlank.hours(longestOutageHours), need(needs),
        ]
    }

    private var systemWords: String {
        let names = systems.names.all.joined(separator: "\n")
        switch systems.answer {
        case .listed: return names
        case .none?: return "無"
        case .centralised:
            let mark = "（向上集中\(systems.runBy.map { "：" + $0 } ?? "")）"
            return names.isEmpty ? mark : names + "\n" + mark
        case nil: return PrintedBlank.missing
        }
    }

    private var importanceWords: String {
        let why = PrintedBlank.words(importance)
        return standing == .core ? (legalGround.map { "\($0)：" } ?? "") + why : why
    }

    /// The highest of its systems' needs; a mark where one is not graded yet.
    private func need(_ needs: [ProtectionNeed?]) -> String {
        guard !needs.isEmpty else { return "—" }
        guard let highest = needs.compactMap({ $0 }).max() else { return "未分級" }
        return highest.term.zh
    }
}

/// A system as its list prints it.
private struct PrintedSystem: RowDecodable {
    let agencyID: AgencyID
    let cells: [String]

    init(_ row: inout RowReader) throws {
        agencyID = try row.next()
        var cells: [String] = [try row.next(), try row.next()]
        cells.append(try row.next(Building.self).term.zh)
        cells.append(try row.next(SystemState.self).term.zh)
        cells.append(try row.next(Names.self).all.joined(separator: "\n"))
        for _ in 0..<5 { cells.append(try row.next(ProtectionNeed?.self)?.term.zh ?? "未分級") }
        cells.append(try row.next(Bool.self) ? "是" : "否")
        for _ in 0..<3 { cells.append(PrintedBlank.hours(try row.next())) }
        self.cells = cells
    }
}
