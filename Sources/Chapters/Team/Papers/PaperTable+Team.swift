import Access
import Kernel
import Outline
import Papers
import Storage

extension PaperTable {
    /// 附件3: the members of the team that are in office on the day, group by group.
    static let team = PaperTable(
        "annex3",
        columns: [
            .init("組別", share: 15), .init("職稱", share: 10), .init("單位職級", share: 15),
            .init("姓名", share: 11), .init("職掌事項", share: 23),
            .init("分機\n電子郵件", share: 20), .init("代理人", share: 10),
            .init("異動日期", share: 13, .center),
        ], whenMissing: "（尚未登錄成員）"
    ) { view, reach, day, _ in
        try view.all(
            """
            SELECT item.agencyID, item.team, item.position, item.unit, item.name,
              COALESCE(item.duties, teamGroup.duties), item.phone, item.email, item.deputy,
              item.fromOn
            FROM teamMember AS item
            LEFT JOIN teamGroup ON teamGroup.agencyID = item.agencyID
              AND teamGroup.name = item.team AND teamGroup.removedAt IS NULL
            WHERE item.removedAt IS NULL AND \(TeamQuestions.current(on: day))
              AND \(reach, covers: "item.agencyID")
            ORDER BY item.agencyID, \(Self.rank), item.team, item.name, item.id
            """
        ) { row in
            let agency: AgencyID = try row.next()
            let words = try (0..<8).map { _ in try row.next(String?.self) }
            let contact = [words[5], words[6]].compactMap { $0 }.joined(separator: "\n")
            return PaperLine(
                agency,
                words[0..<5].map { $0 ?? "（未填）" } + [
                    contact.isEmpty ? "（未填）" : contact, words[7] ?? "未指定",
                    try row.next(Day.self).rocSlashes,
                ])
        }
    }

    /// The head of the team before the heads of groups before the others.
    private static let rank: SQL =
        """
        CASE WHEN item.position IN ('召集人', '副召集人', '執行秘書') THEN 0 ELSE 1 END,
        CASE WHEN item.position = '召集人' THEN 0 ELSE 1 END, item.team,
        CASE WHEN item.position = '組長' THEN 0 ELSE 1 END
        """
}
