import Access
import HTML
import Kernel
import Sheets
import Web

/// What somebody asks of an agency's list of people.
struct PeopleQuery: Sendable {
    let agency: AgencyID
    let isOwn: Bool
    let words: String
    let role: String
    let state: String
    let after: PersonID?

    static let pageSize = 50

    init(_ fields: Fields, at own: AgencyID) {
        agency = AgencyID(fields["agency"]) ?? own
        isOwn = agency == own
        words = String(fields["q"].prefix(100))
        role = fields["role"]
        state = fields["state"]
        after = PersonID(fields["after"])
    }

    var isNarrow: Bool { !words.isEmpty || !role.isEmpty || !state.isEmpty }

    func finds(_ entry: PersonEntry) -> Bool {
        let details = entry.person.details
        let texts = [details.name, details.account?.text, details.email, details.phone]
        return (role.isEmpty || entry.roles.contains { $0.rawValue == role })
            && (state.isEmpty || entry.access.word == state)
            && (words.isEmpty
                || texts.contains { $0?.comparable.contains(words.comparable) ?? false })
    }

    func place(after key: PersonID? = nil) -> Path {
        Path("people").with("agency", isOwn ? nil : agency)
            .with("q", words.isEmpty ? nil : words).with("role", role.isEmpty ? nil : role)
            .with("state", state.isEmpty ? nil : state).with("after", key)
    }

    var whole: Path { Path("people").with("agency", isOwn ? nil : agency) }

    func page(of found: [PersonEntry]) -> (rows: [PersonEntry], next: PersonID?) {
        let start =
            after.flatMap { key in found.firstIndex { $0.person.id == key } }.map { $0 + 1 } ?? 0
        let rows = Array(found[min(start, found.count)...].prefix(Self.pageSize))
        return (rows, start + rows.count >= found.count ? nil : rows.last?.person.id)
    }
}

/// The people of one agency: who they are, what they may do, whether they can sign in.
struct PeoplePage: Sendable {
    let agencyName: String
    let entries: [PersonEntry]
    let query: PeopleQuery
    let caller: Caller

    private var mayManage: Bool { caller.may(.managePeople) }
    /// Those with a part in the programme first.
    private var found: [PersonEntry] {
        let found = entries.filter(query.finds)
        return found.filter { !$0.roles.isEmpty } + found.filter(\.roles.isEmpty)
    }

    var page: Page {
        let found = found
        let (rows, next) = query.page(of: found)
        return Page(Term("人員", en: "People"), width: .wide) {
            PageHeading(
                Term("\(entries.count) 位人員", en: "\(entries.count) people"),
                eyebrow: HTML(agencyName), actions: actions)
            if waiting > 0, mayManage { note }
            filters
            if rows.isEmpty {
                empty
            } else {
                DataTable(Term("人員", en: "People"), columns: columns, rows: rows)
                Paging(
                    first: query.after == nil ? nil : query.place(),
                    next: next.map { query.place(after: $0) },
                    summary: Term(
                        "這一頁 \(rows.count) 位，共 \(found.count) 位",
                        en: "\(rows.count) on this page, \(found.count) in all"))
                ways
            }
        }
    }

    private var waiting: Int { entries.count { $0.access.awaitsInvitation && !$0.roles.isEmpty } }

    private var note: HTML {
        div(.class("note")) {
            p {
                a(.href(Path("invitations").with("agency", query.isOwn ? nil : query.agency))) {
                    Term(
                        "\(waiting) 位有角色、還不能登入。一次產生邀請函",
                        en: "\(waiting) have a role and cannot sign in yet. Make their invitations")
                }
            }
        }
    }

    private var actions: [HTML] {
        guard mayManage else { return [] }
        let new = Path("people", "new").with("agency", query.isOwn ? nil : query.agency)
        return [
            ActionLink(Term("新增人員", en: "Add a person"), new, .primary).body,
            ActionLink(Term("匯入", en: "Import"), "/people/imports/new").body,
        ]
    }

    private var ways: HTML {
        p(.class("row")) {
            Term("匯出名冊：", en: "Export: ")
            for format in ["ods", "xlsx", "csv"] {
                a(
                    .href(
                        Path("people", "export").with("agency", query.agency)
                            .with("format", format))
                ) { format.uppercased() }
            }
        }
    }

    private var empty: EmptyState {
        guard query.isNarrow else {
            return EmptyState(
                Term("還沒有人員。新增第一位，或匯入名冊。", en: "Nobody yet. Add or import people."),
                ActionLink(
                    Term("看機關", en: "The agency"), Path("agencies", query.agency.description))
            )
        }
        return EmptyState(
            Term("沒有符合條件的人。換個說法，或清除條件。", en: "Nobody matches."),
            ActionLink(Term("清除條件", en: "Clear"), query.whole))
    }

    private var filters: FilterBar {
        let states: [(String, Term)] = [
            ("open", Term("使用中", en: "In use")), ("uninvited", Term("還沒邀請", en: "Not invited")),
            ("invited", Term("已邀請", en: "Invited")), ("lapsed", Term("邀請失效", en: "Lapsed")),
            ("none", Term("沒有帳號", en: "No account")), ("closed", Term("停用", en: "Closed")),
        ]
        return FilterBar(
            to: "/people", words: query.words,
            choices: [
                FilterBar.Choice(
                    "role", Term("角色", en: "Role"),
                    Role.allCases.map { Web.Control.Option($0.rawValue, $0.term) },
                    chosen: query.role),
                FilterBar.Choice(
                    "state", Term("帳號", en: "Account"),
                    states.map { Web.Control.Option($0, $1) }, chosen: query.state),
            ],
            kept: query.isOwn ? [] : [Fields.Pair(name: "agency", value: "\(query.agency)")],
            clear: query.isNarrow ? query.whole : nil)
    }

    private var columns: [TableColumn<PersonEntry>] {
        [
            TableColumn(Term("姓名", en: "Name")) { entry in
                a(.href(.person(entry.person.id))) { entry.person.name }
            },
            TableColumn(Term("角色", en: "Roles")) { entry in
                if entry.roles.isEmpty {
                    span(.class("missing")) { Term("沒有角色", en: "None") }
                } else {
                    RoleList(entry.roles).shown
                }
            },
            TableColumn(Term("帳號", en: "Account")) { HTML($0.person.details.account?.text ?? "") },
            TableColumn(Term("Email", en: "Email")) { HTML($0.person.details.email ?? "") },
            TableColumn(Term("電話", en: "Phone")) { HTML($0.person.details.phone ?? "") },
            TableColumn(Term("帳號狀態", en: "State")) { HTML($0.access.term) },
        ]
    }
}
