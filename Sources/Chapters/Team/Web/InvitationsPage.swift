import Access
import Agencies
import HTML
import Kernel
import Web

/// Who of the contacts has accepted, who is asked and until when, and the act that asks the others.
struct InvitationsPage: Sendable {
    let scope: InvitationScope
    let query: InvitationQuery

    private var tally: ContactTally { scope.tally }
    private var waiting: Int { tally.count(of: .waiting) }
    private var asked: Int { tally.count(of: .asked) }

    var page: Page {
        Page(Term("邀請", en: "Invitations"), width: .wide) {
            PageHeading(
                Term(
                    "\(tally.all) 位承辦人與專責人員，\(tally.count("open")) 位已啟用",
                    en: "\(tally.all) contacts, \(tally.count("open")) have accepted"),
                eyebrow: HTML(Term("邀請各機關窗口使用城盾", en: "Inviting the contacts of agencies")),
                lede: HTML(
                    Term(
                        "每人一張邀請函，上面有 14 天內有效、只能用一次的連結。紙本交給沒有電子郵件的人。",
                        en: "A sheet each, with a link that works once within 14 days.")))
            choose
            if tally.all == 0 {
                EmptyState(
                    Term(
                        "還沒有承辦人或資安專責人員有帳號。先新增或匯入人員。",
                        en: "No contact has an account yet. Add or import people first."),
                    ActionLink(Term("匯入人員", en: "Import people"), "/people/imports/new"))
            } else {
                acts
                unreached
                list
            }
        }
    }

    private var choose: HTML {
        form(.get, to: "/invitations", .class("filter")) {
            FilterBar.Choice(
                "agency", Term("範圍", en: "Scope"),
                [Control.Option("", Term("全部機關", en: "All"))]
                    + scope.agencies.map { Control.Option($0.id.description, named($0)) },
                chosen: query.agency?.description ?? "", isOpen: false)
            FilterBar.Choice(
                "state", Term("帳號", en: "Account"),
                ContactTally.states.map { Control.Option($0, counted($0)) }, chosen: query.state)
            submit(Term("篩選", en: "Filter"), .plain)
            if !query.state.isEmpty { a(.href(query.whole)) { Term("看全部窗口", en: "All contacts") } }
        }
    }

    private func counted(_ state: String) -> Term {
        let name = AccountAccess.name(of: state)
        let count = tally.count(state)
        return Term("\(name.zh)（\(count) 位）", en: "\(name.en) (\(count))")
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
            if waiting > 0 {
                act(
                    .waiting, waiting, Term("產生 \(waiting) 封邀請函", en: "Make \(waiting) letters"),
                    .primary)
            } else {
                p { Term("都邀請了。", en: "All have been invited.") }
            }
            if asked > 0 {
                act(
                    .asked, asked, Term("重新產生 \(asked) 封（舊連結失效）", en: "Make \(asked) again"),
                    .plain)
            }
        }
    }

    private func act(
        _ group: InvitationScope.Group, _ count: Int, _ term: Term, _ weight: Weight
    ) -> HTML {
        form(.post, to: "/invitations", .class("act")) {
            hiddenField("whom", group.rawValue)
            hiddenField("count", String(count))
            if let agency = query.agency { hiddenField("agency", agency.description) }
            submit(term, weight)
        }
    }

    @HTMLBuilder
    private var list: HTML {
        if scope.entries.isEmpty {
            EmptyState(
                Term("沒有這樣的窗口。", en: "There is no such contact."),
                ActionLink(Term("看全部窗口", en: "All contacts"), query.whole))
        } else {
            table
            Paging(
                first: query.after == nil ? nil : query.place(),
                next: scope.next.map { query.place(after: $0) },
                summary: Term(
                    "這一頁 \(scope.entries.count) 位，共 \(found) 位",
                    en: "\(scope.entries.count) on this page, \(found) in all"))
        }
    }

    /// How many the filter finds, on all pages.
    private var found: Int { query.state.isEmpty ? tally.all : tally.count(query.state) }

    private var table: HTML {
        DataTable(
            Term("窗口", en: "Contacts"),
            columns: [
                TableColumn(Term("機關", en: "Agency")) { HTML($0.agencyName) },
                TableColumn(Term("姓名", en: "Name")) { entry in
                    a(.href(.person(entry.person.id))) { entry.person.name }
                },
                TableColumn(Term("狀態", en: "State")) { HTML($0.access.term) },
                TableColumn(Term("角色", en: "Roles")) { HTML(RoleList($0.roles).shown) },
                TableColumn(Term("Email", en: "Email")) { HTML($0.person.details.email ?? "") },
            ],
            rows: scope.entries
        ).body
    }
}

extension PeopleRoutes {
    func invitations(_ request: WebRequest) async throws -> Answer {
        let query = InvitationQuery(try request.query)
        let scope = try await door.read(by: request.caller) {
            try InvitationScope.find(query, $0)
        }
        return .page(InvitationsPage(scope: scope, query: query).page)
    }

    func sendInvitations(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        let agency = AgencyID(form["agency"])
        guard let group = InvitationScope.Group(rawValue: form["whom"]),
            agency != nil || form["agency"].isEmpty
        else { throw PeopleRefusal.nobodyToInvite }
        let people = try await door.read(by: request.caller) {
            try InvitationScope.people(in: group, of: agency, $0)
        }
        // Links that the page did not count would end letters that were printed meanwhile.
        guard form["count"] == String(people.count) else { throw TeamRefusal.othersToInvite }
        return try await letters(to: people, request)
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
