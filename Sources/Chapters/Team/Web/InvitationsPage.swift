import Access
import Agencies
import HTML
import Kernel
import Web

/// Whom a round of invitations is about: the contacts of the city, of a bureau with its schools, or
/// of one agency.
struct InvitationScope: Sendable {
    let agencies: [AgencyOnDay]
    let chosen: AgencyID?
    let entries: [PersonEntry]
    /// The agencies of the scope in which nobody has such a post and an account.
    let unreached: [AgencyOnDay]

    /// The posts that make somebody a contact of the agency.
    static let contacts: Set<Role> = [.officer, .securityOfficer]

    /// - Parameter agency: with those under it; `nil` for all in the caller's reach.
    static func find(_ agency: AgencyID?, _ view: View) throws -> InvitationScope {
        let all = try AgencyOnDay.all(on: view.now.day, in: view.reach(.open), view)
            .filter { !$0.hasEnded }
        let reach =
            try agency.map { Reach.subtree(path: try Agency.find($0, view).path.text) }
            ?? view.reach(.open)
        let holds = PersonEntry.holdsPost(in: reach, as: Array(contacts), view)
        let entries = try PersonEntry.some(
            """
            \(holds) AND \(reach, covers: "person.agencyID") AND person.account IS NOT NULL
            """, view
        ).filter { !contacts.isDisjoint(with: $0.roles) }
        let reached = Set(entries.map(\.person.agencyID))
        let within: Set<AgencyID> = Set(
            try view.values("SELECT agency.id FROM agency WHERE \(reach, covers: "agency.id")"))
        return InvitationScope(
            agencies: all, chosen: agency, entries: entries,
            unreached: all.filter { within.contains($0.id) && !reached.contains($0.id) })
    }
}

/// Who of the contacts has accepted, who is asked and until when, and the act that asks the others.
struct InvitationsPage: Sendable {
    let scope: InvitationScope

    private var waiting: [PersonEntry] { scope.entries.filter(\.access.awaitsInvitation) }
    private var asked: [PersonEntry] {
        scope.entries.filter { if case .invited = $0.access { true } else { false } }
    }
    private var accepted: Int { scope.entries.count { $0.access == .open } }

    var page: Page {
        Page(Term("邀請", en: "Invitations"), width: .wide) {
            PageHeading(
                Term(
                    "\(scope.entries.count) 位承辦人與專責人員，\(accepted) 位已啟用",
                    en: "\(scope.entries.count) contacts, \(accepted) have accepted"),
                eyebrow: HTML(Term("邀請各機關窗口使用城盾", en: "Inviting the contacts of agencies")),
                lede: HTML(
                    Term(
                        "每人一張邀請函，上面有 14 天內有效、只能用一次的連結。紙本交給沒有電子郵件的人。",
                        en: "A sheet each, with a link that works once within 14 days.")))
            choose
            if scope.entries.isEmpty {
                EmptyState(
                    Term(
                        "還沒有承辦人或資安專責人員有帳號。先新增或匯入人員。",
                        en: "No contact has an account yet. Add or import people first."),
                    ActionLink(Term("匯入人員", en: "Import people"), "/people/imports/new"))
            } else {
                acts
                unreached
                table
            }
        }
    }

    private var choose: HTML {
        form(.get, to: "/invitations", .class("filter")) {
            div(.class("filter__item")) {
                label(.for("scope")) { Term("範圍", en: "Scope") }
                select(.id("scope"), .name("agency")) {
                    option(.value("")) { Term("全部機關", en: "All") }
                    for agency in scope.agencies {
                        option(
                            .value(agency.id.description),
                            .when(agency.id == scope.chosen, .selected)
                        ) { named(agency) }
                    }
                }
            }
            submit(Term("換範圍", en: "Apply"), .plain)
        }
    }

    private func named(_ agency: AgencyOnDay) -> Term {
        scope.agencies.contains { $0.superior == agency.id }
            ? Term("\(agency.name)及所屬", en: "\(agency.name) and below")
            : Term(agency.name, en: agency.name)
    }

    /// Agencies that no round reaches, for nobody there has an account.
    @HTMLBuilder
    private var unreached: HTML {
        if !scope.unreached.isEmpty {
            details(.class("note")) {
                summary {
                    Term(
                        "\(scope.unreached.count) 個機關還沒有承辦人或資安專責人員的帳號，邀請不到",
                        en: "\(scope.unreached.count) agencies have no contact to invite")
                }
                ul(.class("links")) {
                    for agency in scope.unreached {
                        li { a(.href(Path("people").with("agency", agency.id))) { agency.name } }
                    }
                }
            }
        }
    }

    private var acts: HTML {
        div(.class("row")) {
            if !waiting.isEmpty {
                act(
                    waiting, Term("產生 \(waiting.count) 封邀請函", en: "Make \(waiting.count) letters"),
                    .primary)
            } else {
                p { Term("都邀請了。", en: "All have been invited.") }
            }
            if !asked.isEmpty {
                act(
                    asked,
                    Term("重新產生 \(asked.count) 封（舊連結失效）", en: "Make \(asked.count) again"),
                    .plain)
            }
        }
    }

    private func act(_ entries: [PersonEntry], _ term: Term, _ weight: Weight) -> HTML {
        form(.post, to: "/invitations", .class("act")) {
            for entry in entries { hiddenField("person", entry.person.id.description) }
            submit(term, weight)
        }
    }

    private var table: HTML {
        DataTable(
            Term("窗口", en: "Contacts"),
            columns: [
                TableColumn(Term("機關", en: "Agency")) { HTML($0.agencyName) },
                TableColumn(Term("姓名", en: "Name")) { entry in
                    a(.href(.person(entry.person.id))) { entry.person.name }
                },
                TableColumn(Term("角色", en: "Roles")) { HTML(RoleList($0.roles).shown) },
                TableColumn(Term("Email", en: "Email")) { HTML($0.person.details.email ?? "") },
                TableColumn(Term("狀態", en: "State")) { HTML($0.access.term) },
            ],
            rows: scope.entries.sorted {
                ($0.access.rank, $0.agencyName, $0.person.name)
                    < ($1.access.rank, $1.agencyName, $1.person.name)
            }
        ).body
    }
}

extension AccountAccess {
    /// Those to be asked first, those who have accepted last.
    fileprivate var rank: Int {
        switch self {
        case .lapsed: 0
        case .uninvited: 1
        case .invited: 2
        case .none, .closed, .account: 3
        case .open: 4
        }
    }
}

extension PeopleRoutes {
    func invitations(_ request: WebRequest) async throws -> Answer {
        let agency = try AgencyID(request.query["agency"])
        let scope = try await door.read(by: request.caller) {
            try InvitationScope.find(agency, $0)
        }
        return .page(InvitationsPage(scope: scope).page)
    }

    func sendInvitations(_ request: WebRequest) async throws -> Answer {
        let chosen = try request.form.all("person").compactMap { PersonID($0) }
        return try await letters(to: Set(chosen), request)
    }

    /// A letter for one person: the first link, or one for a new password.
    func invite(_ request: WebRequest) async throws -> Answer {
        let person = try await person(request)
        guard let account = person.details.account else { throw PeopleRefusal.noAccount }
        let caller = try request.caller
        let entry = try await door.read(by: caller) { try PersonEntry.find(person.id, $0) }
        guard entry.access == .open else { return try await letters(to: [person.id], request) }
        let (token, endsAt) = try await round.renew(person, by: caller)
        return answer(
            [
                InvitationLetters.Letter(
                    agencyName: entry.agencyName, personName: person.name, account: account.text,
                    email: person.details.email,
                    address: request.fullAddress(of: InvitationRoutes.path(of: token)),
                    endsAt: endsAt)
            ], caller, request)
    }

    private func letters(
        to people: Set<PersonID>, _ request: WebRequest
    ) async throws -> Answer {
        let caller = try request.caller
        let sent = try await round.send(to: people, by: caller)
        let letters = sent.map { invitation in
            InvitationLetters.Letter(
                agencyName: invitation.entry.agencyName,
                personName: invitation.entry.person.name,
                account: invitation.entry.person.details.account?.text ?? "",
                email: invitation.entry.person.details.email,
                address: request.fullAddress(of: InvitationRoutes.path(of: invitation.token)),
                endsAt: invitation.endsAt)
        }
        return answer(letters, caller, request)
    }

    private func answer(
        _ letters: [InvitationLetters.Letter], _ caller: Caller, _ request: WebRequest
    ) -> Answer {
        .page(
            InvitationLetters(
                letters: letters, senderName: caller.agencyName, today: request.now.day
            ).page)
    }
}
