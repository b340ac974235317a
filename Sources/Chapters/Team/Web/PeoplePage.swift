import Access
import HTML
import Kernel
import Registers
import Sheets
import Web

/// What somebody asks of an agency's list of people.
struct PeopleQuery: Sendable {
    let agency: AgencyID
    let isOwn: Bool
    let words: String
    let role: Role?
    /// The word of an account's state; empty for all.
    let state: String
    /// As on which day the list is asked; `nil` for today.
    let day: Day?
    let after: PersonID?

    static let pageSize = 50

    /// - Throws: `InvalidRow` for a day that there is not.
    init(_ fields: Fields, at own: AgencyID) throws(InvalidRow) {
        agency = AgencyID(fields["agency"]) ?? own
        isOwn = agency == own
        words = String(fields["q"].prefix(100))
        role = Role(rawValue: fields["role"])
        state = fields["state"]
        let on = fields["on"]
        day = on.isEmpty ? nil : try ListQuery.day(on)
        after = PersonID(fields["after"])
    }

    var isNarrow: Bool { !words.isEmpty || role != nil || !state.isEmpty }

    func place(after key: PersonID? = nil) -> Path {
        Path("people").with("agency", isOwn ? nil : agency)
            .with("q", words.isEmpty ? nil : words).with("role", role?.rawValue)
            .with("state", state.isEmpty ? nil : state).with("on", day).with("after", key)
    }

    var whole: Path { Path("people").with("agency", isOwn ? nil : agency) }
}

/// The people of one agency: who they are, what they may do, whether they can sign in.
struct PeoplePage: Sendable {
    let list: PeopleList
    let query: PeopleQuery
    let caller: Caller

    private var mayManage: Bool { caller.may(.managePeople) }
    private var waiting: Int { list.waiting }

    var page: Page {
        Page(Term("人員", en: "People"), width: .wide) {
            PageHeading(
                heading, eyebrow: HTML(list.agencyName), actions: actions)
            if waiting > 0, mayManage { note }
            filters
            if list.entries.isEmpty {
                empty
            } else {
                DataTable(Term("人員", en: "People"), columns: columns, rows: list.entries)
                Paging(
                    first: query.after == nil ? nil : query.place(),
                    next: list.next.map { query.place(after: $0) },
                    summary: Term(
                        "這一頁 \(list.entries.count) 位，共 \(list.found) 位",
                        en: "\(list.entries.count) on this page, \(list.found) in all"))
                ways
            }
        }
    }

    private var heading: Term {
        guard !query.isNarrow else {
            return Term("找到 \(list.found) 位人員", en: "\(list.found) people found")
        }
        guard let day = list.day else {
            return Term("\(list.total) 位人員", en: "\(list.total) people")
        }
        return Term(
            "\(day.rocSlashes) 有 \(list.total) 位人員", en: "\(list.total) people on \(day)")
    }

    private var note: HTML {
        div(.class("note")) {
            p {
                Term(
                    "\(waiting) 位有角色、還不能登入。",
                    en: "\(waiting) have a role and cannot sign in yet. ")
                a(.href(Path("invitations").with("agency", query.isOwn ? nil : query.agency))) {
                    Term("一次產生邀請函", en: "Make invitations")
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
                            .with("q", query.words.isEmpty ? nil : query.words)
                            .with("roles", query.role?.rawValue)
                            .with("access", query.state.isEmpty ? nil : query.state)
                            .with("on", list.day).with("format", format))
                ) { format.uppercased() }
            }
        }
    }

    private var empty: EmptyState {
        if list.day != nil, list.total == 0 {
            return EmptyState(
                Term("這一天還沒有人員。換個日期。", en: "There was nobody yet. Try another day."),
                ActionLink(Term("看今天的", en: "Today's"), query.whole))
        }
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
        FilterBar(
            to: "/people", words: query.words,
            choices: [
                FilterBar.Choice(
                    "role", Term("角色", en: "Role"),
                    Role.allCases.map { Web.Control.Option($0.rawValue, $0.term) },
                    chosen: query.role?.rawValue ?? ""),
                FilterBar.Choice(
                    "state", Term("帳號", en: "Account"),
                    states.map { Web.Control.Option($0, AccountAccess.name(of: $0)) },
                    chosen: query.state),
            ],
            day: FilterBar.DayChoice(
                "on", Term("某一天的名單", en: "As at"), list.day?.description ?? ""),
            kept: query.isOwn ? [] : [Fields.Pair(name: "agency", value: "\(query.agency)")],
            clear: query.isNarrow || list.day != nil ? query.whole : nil)
    }

    /// How an account may stand; of a past day less is known.
    private var states: [String] {
        list.day == nil
            ? ["open", "uninvited", "invited", "lapsed", "none", "closed"]
            : ["account", "none", "closed"]
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

extension AccountAccess {
    /// What a state is called where one is chosen; `word` is the one of addresses.
    static func name(of word: String) -> Term {
        switch word {
        case "open": Term("使用中", en: "In use")
        case "uninvited": Term("還沒邀請", en: "Not invited")
        case "invited": Term("已邀請", en: "Invited")
        case "lapsed": Term("邀請失效", en: "Lapsed")
        case "account": Term("有帳號", en: "Has an account")
        case "none": Term("沒有帳號", en: "No account")
        default: Term("停用", en: "Closed")
        }
    }
}
