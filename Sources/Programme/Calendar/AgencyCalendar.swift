import Access
import HTML
import Kernel
import Web

/// The calendar of the agency that somebody acts in, as a page and as a file.
///
/// The file is downloaded by who is signed in. There is no address with a secret in it to subscribe
/// to: it would show an agency's incidents to whoever came by it.
struct AgencyCalendar: Sendable {
    let door: Door
    let sources: [CalendarSource]

    var routes: [Route] {
        [
            Route(.get, "/calendar", .needs(.seeDuties)) { request in
                let caller = try request.caller
                let year = try asked(request)
                let calendar = CalendarYear(year, try await entries(in: year, by: caller))
                return .page(
                    CalendarPage(
                        calendar: calendar,
                        listed: sources.filter { caller.may($0.needs) }.map(\.title),
                        agencyName: caller.agencyName, today: request.now.day
                    ).page)
            },
            Route(.get, "/calendar/download", .needs(.seeDuties)) { request in
                let caller = try request.caller
                let year = try asked(request)
                let entries = try await entries(in: year, by: caller)
                let file = ICalendar(
                    name: "\(caller.agencyName) \(year.number) 年資安行事曆",
                    entries: CalendarYear(year, entries).entries, at: request.now)
                return .file(
                    file.bytes, name: "資安行事曆-\(year.number).ics", type: "text/calendar")
            },
        ]
    }

    private func asked(_ request: WebRequest) throws -> ROCYear {
        try request.query.value("year", as: Int.self).flatMap(ROCYear.init)
            ?? ROCYear(of: request.now.day)
    }

    /// What is due in the agency in a year: a query a source.
    func entries(in year: ROCYear, by caller: Caller) async throws -> [CalendarEntry] {
        let sources = sources.filter { caller.may($0.needs) }
        return try await door.read(by: caller) { view in
            try sources.flatMap { try $0.entries(year, view) }
        }
    }
}

/// Something that puts days into the calendar of the agency that the caller acts in.
struct CalendarSource: Sendable {
    /// What the days are, as the calendar tells what it lists.
    let title: Term
    let needs: Permission
    let entries: @Sendable (ROCYear, View) throws -> [CalendarEntry]
}
