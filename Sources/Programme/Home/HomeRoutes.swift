import Access
import Duties
import Exchange
import Kernel
import Ledger
import Sheets
import Storage
import Tasks
import Web

/// The first screen after signing in, which depends on what one does here, and the board.
struct HomeRoutes: Sendable {
    let door: Door
    let standings: Standings
    let menu: [MenuPart]
    let imports: ImportQueue
    private let boards = Recollection<CityBoard.Sight, DrawnBoard>(capacity: 64)
    private let wholeBoards = Recollection<CityBoard.Sight, WholeBoard>(capacity: 8)
    let acts: ActBook

    var routes: [Route] {
        [
            Route(.get, "/", .open, home),
            Route(.get, "/brief", .needs(.seeDuties), brief),
            Route(.get, "/changes", .needs(.seeDuties), changes),
            Route(.get, "/board", .needs(.seeBoard), board),
            Route(.get, "/board/all", .needs(.seeBoard), wholeBoard),
            Route(.get, "/board/all/export", .needs(.seeBoard), export).exporting,
        ]
    }

    private func home(_ request: WebRequest) async throws -> Answer {
        guard let caller = request.visitor else { return .redirect(to: "/sign-in") }
        guard !caller.isProgram else { throw WebRefusal.noSuchPlace }
        let today = request.now.day
        switch FirstScreen(of: caller.roles) {
        case .board: return try await board(request)
        case .work:
            let day = try await day(caller)
            return .page(
                AgencyHomePage(caller: caller, day: day, acts: acts, now: request.now).page)
        case .decisions: return try await decisions(request)
        case .service: return try await service(request)
        case .brief: return try await brief(request)
        case .proofs:
            let day = try await day(caller)
            return .page(ProofsPage(caller: caller, day: day, today: today).page)
        case .places:
            let places = menu.compactMap { $0.opened(for: caller) }.filter { $0.name != "home" }
            return .page(StaffHomePage(caller: caller, places: places, today: today).page)
        }
    }

    private func brief(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        return .page(
            HeadBriefPage(caller: caller, day: try await day(caller), now: request.now).page)
    }

    private func decisions(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let since = try await Visits(door: door).lastVisit(of: caller)
        let day = try await day(caller)
        let changes = try await door.read(by: caller) { view in
            try History.changes(
                ChangeFilter(since: since).question(by: caller, at: view.now), in: view.session)
        }
        return .page(
            CISOHomePage(
                caller: caller, day: day, changes: changes, since: since, now: request.now
            ).page)
    }

    private func changes(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let filter = try ChangeFilter(request.query)
        guard filter.isOpen(to: caller) else { throw WebRefusal.noSuchPlace }
        let changed = try await door.read(by: caller) { view in
            try History.changed(filter.question(by: caller, at: view.now), in: view.session)
        }
        let duties = standings.judge.shelf.law.duties(on: request.now.day)
        return .page(
            ChangesPage(
                filter: filter, changed: changed, acts: acts,
                duties: Dictionary(duties.map { ($0.id, $0.rule.term) }) { $1 }
            ).page)
    }

    private func service(_ request: WebRequest) async throws -> Answer {
        let status = try await ServiceStatus.read(
            door, imports: imports, by: request.caller)
        return .page(ServicePage(status: status, now: request.now).page)
    }

    private func day(_ caller: Caller) async throws -> AgencyDay {
        let standings = standings
        return try await door.read(by: caller) { try AgencyDay.read($0, standings) }
    }

    private func board(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let standings = standings
        let board = try await door.read(by: caller) { [boards] view in
            try CityBoard.read(view, standings, boards)
        }
        let duties = try DrawnBoard.Duties(rawValue: request.query["duties"]) ?? .pressing
        return .page(
            CityBoardPage(caller: caller, drawn: board, duties: duties, now: request.now).page)
    }

    private func wholeBoard(_ request: WebRequest) async throws -> Answer {
        let filter = try request.query.boardFilter(request.now.day)
        return .page(
            WholeBoardPage(board: try await whole(filter, by: request.caller), filter: filter).page)
    }

    private func export(_ request: WebRequest) async throws -> Answer {
        let query = try request.query
        guard let format = SheetFormat(rawValue: query.first("format") ?? "ods") else {
            throw WebRefusal.noSuchPlace
        }
        let caller = try request.caller
        let sheet = WholeBoardSheet(
            board: try await whole(query.boardFilter(request.now.day), by: caller),
            agencyName: caller.agencyName,
            today: request.now.day)
        return .file(
            try sheet.bytes(format), name: sheet.fileName(format), type: format.mediaType)
    }

    private func whole(_ filter: BoardFilter, by caller: Caller) async throws -> WholeBoard {
        let standings = standings
        return try await door.read(by: caller) { [wholeBoards] view in
            try WholeBoard.read(view, standings, filter, wholeBoards)
        }
    }
}

extension Fields {
    fileprivate func boardFilter(_ today: Day) -> BoardFilter {
        let year = self.year(today)
        return BoardFilter(
            sort: self["kind"].isEmpty ? nil : self["kind"],
            state: StandingOrganisation.State(rawValue: self["state"]),
            year: year == ROCYear(of: today) ? nil : year)
    }
}

/// What somebody sees first: the heaviest of the parts that they play.
enum FirstScreen: Hashable, Sendable {
    /// Where all organisations stand.
    case board
    /// What is to be done in the agency.
    case work
    /// What waits for the CISO to decide.
    case decisions
    /// How the service itself is.
    case service
    /// One printable page for the head.
    case brief
    /// What is proven, to look at.
    case proofs
    /// The places that the roles open.
    case places

    init(of roles: Set<Role>) {
        if roles.contains(.city) {
            self = .board
        } else if !roles.isDisjoint(with: [.officer, .securityOfficer]) {
            self = .work
        } else if roles.contains(.ciso) {
            self = .decisions
        } else if !roles.isDisjoint(with: [.manager, .custodian]) {
            self = .work
        } else if roles.contains(.head) {
            self = .brief
        } else if roles.contains(.auditor) {
            self = .proofs
        } else if roles.contains(.operator) {
            self = .service
        } else {
            self = .places
        }
    }
}
