import Access
import Kernel
import Registers
import Storage

/// A group of the team (組別) and what it is there for: the city's rows are the pattern, an agency
/// adds its own (伍/二).
package struct TeamGroup: RegisterRow {
    package var head: RowHead
    package let name: String
    package let duties: String?

    package static let register = Register<TeamGroup>(
        kind: "teamGroup", table: "teamGroup", path: "team-groups",
        title: Term("推行小組組別", en: "Groups of the team"), one: Term("組別", en: "Group"),
        emptyHint: Term(
            "還沒有機關自己的組別。市府的編組在新增成員時就會出現，不用再建。",
            en: "No groups of your own. The city's pattern is offered when you add members."),
        sort: "name", see: .seeTeam, edit: .editTeam, supervision: .open,
        columns: Columns(
            identity: ["name"], make: TeamGroup.init,
            Field(
                "name", \.name, Term("組別", en: "Group"),
                FieldTraits(listed: true, sorted: true, searched: true), rules: .atMost(40)),
            Field(
                "duties", \.duties, Term("職掌", en: "What it is there for"),
                FieldTraits(listed: true, searched: true, long: true), rules: .atMost(1_000))))

    /// The groups of the plan's own pattern, until the city lays down its own.
    private static let pattern = ["召集人", "執行秘書", "策略規劃組", "資安防護組", "績效管理組"]

    /// The groups that a form offers: the city's pattern, then the agency's own.
    static func names(_ view: View) throws -> [String] {
        let rows: [(name: String, isOfCity: Bool)] = try view.all(
            """
            SELECT DISTINCT teamGroup.name,
              CASE WHEN agency.parentID IS NULL THEN 1 ELSE 0 END AS ofCity
            FROM teamGroup JOIN agency ON agency.id = teamGroup.agencyID
            WHERE teamGroup.removedAt IS NULL
              AND (agency.parentID IS NULL OR teamGroup.agencyID = \(view.caller.agency))
            ORDER BY ofCity DESC, teamGroup.name
            """
        ) { (try $0.next(), try $0.next()) }
        let own = rows.map(\.name)
        return rows.contains(where: \.isOfCity)
            ? own : pattern + own.filter { !pattern.contains($0) }
    }
}
