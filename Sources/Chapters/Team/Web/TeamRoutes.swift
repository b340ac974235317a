import Access
import Exchange
import HTML
import Kernel
import Ledger
import Registers
import Storage
import Web

/// What can be done with a roster as a whole.
package struct TeamDesk: Sendable {
    let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// Says of everybody who is on the caller's roster today that nothing changed, as one change; who
    /// has left stays unconfirmed, for a roster with them is not as it should be.
    ///
    /// - Returns: how many were confirmed, and the entry by which that is taken back; none where all
    ///   had been confirmed today.
    @discardableResult
    package func confirmAll(by caller: Caller) async throws -> (count: Int, entry: EntryID?) {
        let members = try await door.change(
            .confirmTeam, in: caller.agency, needs: .editTeam, by: caller
        ) { change in
            let members = try TeamMember.staying(in: change.agency, change.view)
            guard !members.isEmpty else { throw TeamRefusal.nobody }
            for member in members { try change.confirm(member) }
            return (count: members.count, new: members.filter { $0.confirmedOn != change.now.day })
        }
        let entry = try await door.entry(
            of: .confirmTeam, writing: members.new.first, by: caller)
        return (members.count, entry)
    }

    /// Says of one member that nothing changed.
    package func confirm(_ number: RowNumber, by caller: Caller) async throws {
        try await door.change(.confirmTeam, in: caller.agency, needs: .editTeam, by: caller) {
            change in try change.confirm(change.own(number.uuid))
        }
    }
}

extension Change {
    fileprivate func confirm(_ member: TeamMember) throws {
        var confirmed = member
        confirmed.confirmedOn = now.day
        try keep(confirmed, from: member)
    }
}

extension Verb {
    package static let ofTeam: [Verb] = [.confirmTeam]

    static let confirmTeam = Verb("teamMember.confirm", Term("確認沒有變動", en: "confirmed"))
}

/// Why a roster is not confirmed.
package enum TeamRefusal: Refusal, Equatable {
    case nobody
    /// Others are to be invited than the page said.
    case othersToInvite

    package var kind: RefusalKind { .conflict }

    package var code: String {
        switch self {
        case .nobody: "team.nobody"
        case .othersToInvite: "team.others_to_invite"
        }
    }

    package var message: Term {
        switch self {
        case .nobody:
            Term(
                "名單上沒有還在任的人可以確認。先新增成員，或換掉已離職的。",
                en: "There is nobody in office to confirm. Add members, or replace those who left.")
        case .othersToInvite:
            Term(
                "名單剛剛變了，沒有產生任何邀請函。回到邀請頁看現在的人數，再按一次。",
                en: "The list has just changed; no letter was made. Look at the page and try again."
            )
        }
    }
}

/// The roster's acts, and the page of agencies without a 資通安全長.
struct TeamRoutes: Sendable {
    let door: Door

    private var desk: TeamDesk { TeamDesk(door: door) }

    var routes: [Route] {
        [
            Route(.post, "/team/confirmation", .needs(.editTeam), confirmAll),
            Route(.post, "/team/:id/confirmation", .needs(.editTeam), confirm),
            Route(.get, "/ciso-gaps", .needs(.seeTeam), gaps),
        ]
    }

    private func confirmAll(_ request: WebRequest) async throws -> Answer {
        let (count, entry) = try await desk.confirmAll(by: request.caller)
        let list = TeamMember.register.place
        return .redirect(to: list).saying(
            Toast(
                Term("已確認 \(count) 位成員沒有變動", en: "\(count) members confirmed"),
                undo: entry.map { list.undo($0) }))
    }

    private func confirm(_ request: WebRequest) async throws -> Answer {
        let number = try request.parameter("id", as: RowNumber.self)
        try await desk.confirm(number, by: request.caller)
        return .redirect(to: TeamMember.register.place(number.uuid))
            .saying(Toast(Term("已確認沒有變動", en: "Confirmed")))
    }

    private func gaps(_ request: WebRequest) async throws -> Answer {
        let missing = try await door.read(by: request.caller) { view in
            try CISOGap.agencies(in: view.reach(.open), view)
        }
        let mayRemind = try request.caller.supervises && request.caller.may(.remindAgencies)
        return .page(
            CISOGapsPage(missing: missing, today: request.now.day, mayRemind: mayRemind).page)
    }
}

/// Which agencies have no 資通安全長 today, and since when.
struct CISOGapsPage: Sendable {
    let missing: [AgencyWithoutCISO]
    let today: Day
    let mayRemind: Bool

    var page: Page {
        Page(
            Term("沒有資安長的機關", en: "Agencies without a CISO"),
            trail: [Crumb(CISOAppointment.register.title, CISOAppointment.register.place)]
        ) {
            PageHeading(heading, actions: mayRemind && !missing.isEmpty ? [reminding] : [])
            if missing.isEmpty {
                EmptyState(
                    Term("今天每個機關都有資安長。", en: "Every agency has a CISO today."),
                    ActionLink(CISOAppointment.register.title, CISOAppointment.register.place))
            } else {
                DataTable(
                    Term("沒有資安長的機關", en: "Agencies without a CISO"), columns: columns, rows: missing
                )
            }
        }
    }

    private var reminding: HTML {
        let place = Path("duties", "act.ciso", "reminders", "new")
            .with("year", String(ROCYear(of: today).number)).with("state", "late")
        return ActionLink(Term("催辦", en: "Remind them"), place).body
    }

    private var heading: Term {
        Term(
            "\(missing.count) 個機關今天沒有資安長", en: "\(missing.count) agencies have no CISO today")
    }

    private var columns: [TableColumn<AgencyWithoutCISO>] {
        let today = today
        let days = TableColumn<AgencyWithoutCISO>(Term("天數", en: "Days"), kind: .number) { item in
            if let since = item.since { "\(today.number - since.number + 1)" }
        }
        return [
            TableColumn(Term("機關", en: "Agency")) { item in
                a(.href(Path("agencies", item.agency.id.description))) { item.agency.name }
            },
            TableColumn(Term("從哪天起", en: "Since")) { item in
                if let since = item.since {
                    Term(since.rocSlashes, en: since.description)
                } else {
                    span(.class("missing")) { Term("從來沒有核可過", en: "Never approved") }
                }
            },
            TableColumn(Term("派任", en: "Appointment")) { item in
                if let pending = item.pending {
                    a(.href(CISOAppointment.register.place(pending.appointment))) { pending.term }
                } else {
                    span(.class("missing")) { Term("沒有登錄", en: "None entered") }
                }
            },
        ] + (missing.contains { $0.since != nil } ? [days] : [])
    }
}
