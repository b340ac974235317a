import Access
import Exchange
import HTML
import Kernel
import Logging
import Outline
import Tasks
import Web

extension Programme {
    /// The whole site.
    ///
    /// - Parameter visitors: whom a click signs in, on a demonstration city only.
    package func site(
        settings: SiteSettings, visitors: [DemonstrationVisitor] = [], time: TimeSource,
        logger: Logger
    ) throws -> Site {
        var shell = Shell()
        shell.isDemonstration = !visitors.isEmpty
        shell.menu = menu
        shell.search = "/search"
        shell.incident = NavigationItem(
            Term("通報事件", en: "Report an incident"), "/incidents/new", .needs(.reportIncidents))
        shell.signOut = "/sign-out"
        shell.account = "/account"
        shell.seats = "/seats"
        let inbox = inbox
        shell.bell = Bell("/messages") { try await inbox.unread(of: $0) }
        let check = CredentialCheck(sessions: sessions, tokens: tokens)
        return try Site(
            routes: routes(visitors), settings: settings, shell: shell, time: time,
            logger: logger
        ) { try await check.caller(for: $0, now: $1) }
    }

    /// Every route, as the access matrix walks them.
    package func routes(_ visitors: [DemonstrationVisitor] = []) -> [Route] {
        [description, search.route]
            + HomeRoutes(
                door: door, standings: standings, menu: menu, imports: imports,
                acts: ActBook(chapters.flatMap(\.exchanges))
            ).routes
            + SignInRoutes(signIn: signIn, demonstration: visitors).routes
            + InvitationRoutes(signIn: signIn).routes
            + AccountRoutes(signIn: signIn, delegation: Delegation(door: door)).routes
            + MessageRoutes(inbox: inbox).routes + SentMessageAPI(inbox: inbox).routes
            + calendar.routes + DutyRoutes(desk: duties).routes
            + LawRoutes(desk: lawDesk).routes + ReminderRoutes(desk: duties).routes
            + DeclarationEvidenceRoutes(desk: duties).routes + chapters.flatMap(\.routes)
            + chapters.flatMap(\.exchanges).flatMap { $0.routes(imports) }
    }

    /// What people are told.
    package var inbox: Inbox { Inbox(door: door) }

    /// What is due in the year of the agency that somebody acts in.
    var calendar: AgencyCalendar {
        AgencyCalendar(door: door, sources: [.duties(standings, law), .incidents(law)])
    }

    /// The description of everything that programs can do.
    var openAPI: OpenAPI {
        let registers = chapters.flatMap { $0.registers.map(\.description) }
        let known = Set(registers.map(\.path))
        let others = chapters.flatMap(\.exchanges).map(\.description)
        return OpenAPI(registers, others.filter { !known.contains($0.path) })
    }

    private var description: Route {
        let bytes = openAPI.bytes
        return Route(.get, "/openapi.json", .open) { _ in .json(bytes) }
    }
}
