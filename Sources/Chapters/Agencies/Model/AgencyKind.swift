import Access
import Kernel
import Registers
import Statute
import Storage

/// A kind of organisation (機關類別): what it is for the law, and where it is counted.
package struct AgencyKind: RegisterRow {
    package var head: RowHead
    package let name: String
    package let tally: AgencyTally

    package static let register = Register<AgencyKind>(
        kind: "agencyKind", table: "agencyKind", path: "agency-kinds",
        title: Term("機關類別", en: "Kinds of agencies"), one: Term("機關類別", en: "Kind of agency"),
        emptyHint: Term(
            "還沒有市府自己的類別。常用的類別（一級機關、國小等）不用再建。",
            en: "No kinds of the city's own. The usual ones need not be entered."),
        sort: "name", see: .manageAgencies, edit: .manageAgencies, supervision: .open,
        columns: Columns(
            identity: ["name"], make: AgencyKind.init,
            Field(
                "name", \.name, Term("類別名稱", en: "Name"),
                FieldTraits(listed: true, sorted: true, searched: true), rules: .atMost(40)),
            Field(
                "tally", \.tally, Term("算在", en: "Counted as"),
                FieldTraits(
                    hint: Term(
                        "「所屬機關計…個，學校計…所（含…所幼兒園）」這一句裡算在哪裡",
                        en: "Where the sentence of chapter 2 counts it"),
                    listed: true, filtered: true))))
}

/// Where the sentence of chapter 貳 counts an organisation.
package enum AgencyTally: String, Choice {
    case agency
    case school
    /// Counted among the schools, and named apart.
    case kindergarten
    /// In the programme, but in none of the figures.
    case apart

    package var term: Term {
        switch self {
        case .agency: Term("機關", en: "Agencies")
        case .school: Term("學校", en: "Schools")
        case .kindergarten: Term("學校（幼兒園）", en: "Schools (kindergartens)")
        case .apart: Term("不列入統計", en: "Not counted")
        }
    }

    /// What the law takes it for.
    package var organisation: OrganisationKind {
        switch self {
        case .agency, .apart: .agency
        case .school, .kindergarten: .school
        }
    }
}

/// The kinds that a city knows: the usual ones, and its own, which come before them.
package struct AgencyKinds: Sendable {
    /// In the order of the list.
    package let all: [(name: String, tally: AgencyTally)]
    private let tallies: [String: AgencyTally]

    private static let usual: [(name: String, tally: AgencyTally)] = [
        ("一級機關", .agency), ("二級機關", .agency), ("區公所", .agency), ("大學", .school),
        ("高中職", .school), ("特教", .school), ("國中", .school), ("國小", .school),
        ("幼兒園", .kindergarten),
    ]

    init(own: [(name: String, tally: AgencyTally)]) {
        let names = Set(own.map(\.name))
        all = Self.usual.filter { !names.contains($0.name) } + own
        tallies = Dictionary(all.map { ($0.name, $0.tally) }) { $1 }
    }

    /// Where a kind counts; `nil` for one that nobody has entered.
    package func tally(of kind: String) -> AgencyTally? { tallies[kind] }

    /// What the law takes an organisation of that kind for.
    package func organisation(of kind: String) -> OrganisationKind {
        tallies[kind]?.organisation ?? .agency
    }

    /// Reads the city's kinds; every agency counts by them.
    package static func all(_ view: View) throws -> AgencyKinds {
        let own: [(name: String, tally: AgencyTally)] = try view.all(
            """
            SELECT agencyKind.name, agencyKind.tally
            FROM agencyKind JOIN agency ON agency.id = agencyKind.agencyID
            WHERE agency.parentID IS NULL AND agencyKind.removedAt IS NULL
            ORDER BY agencyKind.name
            """
        ) { (try $0.next(), try $0.next()) }
        return AgencyKinds(own: own)
    }
}
