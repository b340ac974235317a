import Access
import Duties
import Foundation
import HTML
import Kernel
import Statute
import Web

/// Where a superior reminds all who lack a duty, and where one sees who was reminded.
struct ReminderRoutes: Sendable {
    let desk: DutyDesk

    var routes: [Route] {
        [
            Route(.get, "/duties/:duty/reminders", .needs(.seeBoard), history),
            Route(.get, "/duties/:duty/reminders/new", .needs(.remindAgencies), preview),
            Route(.post, "/duties/:duty/reminders", .needs(.remindAgencies), remind),
        ]
    }

    private func preview(_ request: WebRequest) async throws -> Answer {
        .page(try await page(request, SentReminder()))
    }

    private func page(_ request: WebRequest, _ sent: SentReminder) async throws -> Page {
        let query = try request.query
        let year = query.year(request.now.day)
        let sort = query["kind"].isEmpty ? nil : query["kind"]
        let (duty, agencies) = try await desk.lacking(
            request.parameter("duty"), in: year, state: query.dutyState, sort: sort,
            by: request.caller)
        return ReminderPage(
            duty: duty, year: year, agencies: agencies, state: query.dutyState, sort: sort,
            caller: try request.caller, now: request.now, sent: sent
        ).page
    }

    private func remind(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        let duty: MeasureID = try request.parameter("duty")
        let year = try request.query.year(request.now.day)
        let chosen = Set(form.all("row").compactMap(AgencyID.init))
        let asOf = form.value("asOf", as: Int64.self).map(Instant.init(microseconds:))
        do {
            let outcome = try await desk.remind(
                chosen, of: duty, in: year, words: form["words"],
                asOf: asOf ?? Instant(microseconds: 0), by: request.caller)
            return .redirect(to: DutyPlace.reminders(duty, year)).saying(Toast(outcome.words))
        } catch let refusal as DutyRefusal where refusal.isOfReminder {
            let sent = SentReminder(words: form["words"], chosen: chosen, refusal: refusal)
            return .page(try await page(request, sent)).with(.unprocessableContent)
        }
    }

    private func history(_ request: WebRequest) async throws -> Answer {
        let year = try request.query.year(request.now.day)
        let (duty, rounds) = try await desk.reminders(
            of: request.parameter("duty"), in: year, by: request.caller)
        return .page(
            ReminderHistoryPage(
                duty: duty, year: year, rounds: rounds, caller: try request.caller,
                today: request.now.day
            ).page)
    }
}

/// A form of reminding that came back with what is amiss.
struct SentReminder: Sendable {
    var words: String?
    /// `nil` before anything was sent.
    var chosen: Set<AgencyID>?
    var refusal: DutyRefusal?
}

extension ReminderOutcome {
    fileprivate var words: Term {
        settled == 0
            ? Term("已催辦 \(reminded) 個機關", en: "\(reminded) agencies reminded")
            : Term(
                "已催辦 \(reminded) 個機關；\(settled) 個剛辦好，沒有再催",
                en: "\(reminded) reminded; \(settled) had just done it and were not")
    }
}

extension DutyPlace {
    static func reminders(_ duty: MeasureID, _ year: ROCYear) -> Path {
        Path("duties", duty.text, "reminders").with("year", year.number)
    }

    /// The preview of a reminder to those whom the list shows.
    static func reminding(
        _ duty: MeasureID, _ year: ROCYear, state: DutyState?, sort: String?
    ) -> Path {
        Path("duties", duty.text, "reminders", "new").with("year", year.number)
            .with("state", state?.rawValue).with("kind", sort)
    }
}
