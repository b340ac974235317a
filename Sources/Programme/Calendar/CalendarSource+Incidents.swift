import HTML
import Incidents
import Kernel
import Statute

extension CalendarSource {
    /// The clocks of the agency's incidents that run now and that it stops itself.
    static func incidents(_ law: LawShelf) -> CalendarSource {
        CalendarSource(
            title: Term("計時中的事件時限", en: "running deadlines of incidents"),
            needs: .seeIncidents
        ) { _, view in
            try RunningClock.all(within: .agency(view.caller.agency), by: law.law, view)
                .filter { !$0.isOfSuperior && !$0.isDrill }
                .map { CalendarEntry($0, at: view.now) }
        }
    }
}

extension CalendarEntry {
    fileprivate init(_ clock: RunningClock, at now: Instant) {
        // A deadline at midnight ends the day before.
        day = clock.due.adding(seconds: -1).day
        moment = clock.due
        title = Term(
            "\(clock.term.zh)：\(clock.title.zh)（\(clock.number)）",
            en: "\(clock.term.en): \(clock.title.en) (\(clock.number))")
        status = clock.due < now ? .late : .progress
        path = Path("incidents", clock.incident.description)
        key = "\(clock.incident)-\(clock.term.en.lowercased().replacing(" ", with: "-"))"
    }
}
