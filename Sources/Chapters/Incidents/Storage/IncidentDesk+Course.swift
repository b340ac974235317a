import Access
import Kernel
import Registers
import Statute
import Storage

// What is done in an incident until it is over.
extension IncidentDesk {
    /// Corrects the time of knowledge, with a reason; the time that stood before stays in the steps.
    ///
    /// - Throws: `InvalidRow` for a time after something was done, or of which no edition speaks.
    package func correct(
        _ id: IncidentID, knownAt: Instant, reason: String, by caller: Caller
    ) async throws {
        let law = law
        try await handle(id, .correctKnowledge, by: caller) { change, incident in
            let latest = min(incident.firstMoment, incident.report.reportedAt)
            try law.check(knownAt: knownAt, now: latest)
            try InvalidRow.require(
                reason, Term("寫下為什麼要更正", en: "Say why it is corrected"), "reason")
            let old = incident.report.knownAt
            try incident.correct(knownAt: knownAt)
            try change.note(
                .corrected, in: incident, at: change.now,
                words: "由 \(old.day.rocSlashes) \(old.clock) 改為 "
                    + "\(knownAt.day.rocSlashes) \(knownAt.clock)：\(reason)")
        }
    }

    /// Notes that the agency notified on the national site, and the number it got there.
    package func notify(
        _ id: IncidentID, at moment: Instant, receipt: String?, by caller: Caller
    ) async throws {
        try await handle(id, .notifyIncident, by: caller) { change, incident in
            let moment = try change.settle(moment, of: incident)
            let kind = try incident.notify(at: moment, receipt: receipt)
            try change.note(
                kind, in: incident, at: moment, words: receipt, level: incident.level)
            try change.tellSuperior(
                of: incident, Term("已通報，等上級審核等級", en: "notified; its level waits for review"))
        }
    }

    /// The superior confirms the level, or changes it and says why (審核).
    package func review(
        _ id: IncidentID, as level: IncidentLevel?, reason: String, by caller: Caller
    ) async throws {
        try await supervise(id, .reviewIncident, by: caller) { change, incident in
            guard let level else {
                throw InvalidRow.moment("level", Term("選擇等級", en: "Choose the level"))
            }
            if level != incident.level && reason.isEmpty {
                throw InvalidRow.moment(
                    "reason", Term("改了等級，要寫理由", en: "Say why you change the level"))
            }
            try incident.review(as: level, at: change.now)
            try change.note(
                .reviewed, in: incident, at: change.now, words: reason, level: level)
            try change.tellOwn(
                of: incident,
                Term("上級審核為第 \(level.rawValue) 級", en: "reviewed as level \(level.rawValue)"))
        }
    }

    /// The superior told the authority of its review, with the grounds.
    package func tellAuthority(_ id: IncidentID, by caller: Caller) async throws {
        try await supervise(id, .tellAuthority, by: caller) { change, incident in
            try incident.tellAuthority(at: change.now)
            try change.note(.told, in: incident, at: change.now)
        }
    }

    /// Damage is controlled or service restored, and what was done for it.
    package func contain(
        _ id: IncidentID, at moment: Instant, words: String, by caller: Caller
    ) async throws {
        try await handle(id, .containIncident, by: caller) { change, incident in
            let moment = try change.settle(moment, of: incident)
            try InvalidRow.require(words, Term("寫下做了什麼", en: "Say what was done"))
            try incident.contain(at: moment)
            try change.note(.contained, in: incident, at: moment, words: words)
        }
    }

    /// The improvement report was handed in, under what number.
    package func fileReport(
        _ id: IncidentID, at moment: Instant, words: String, by caller: Caller
    ) async throws {
        try await handle(id, .fileIncidentReport, by: caller) { change, incident in
            let moment = try change.settle(moment, of: incident)
            try InvalidRow.require(
                words, Term("填文號或送出的方式", en: "Give its number, or how it was sent"))
            try incident.fileReport(at: moment)
            try change.note(.reportFiled, in: incident, at: moment, words: words)
        }
    }

    /// The result of a drill was handed in.
    package func fileResult(
        _ id: IncidentID, at moment: Instant, words: String, by caller: Caller
    ) async throws {
        try await handle(id, .fileDrillResult, by: caller) { change, incident in
            let moment = try change.settle(moment, of: incident)
            try InvalidRow.require(
                words, Term("填文號或送出的方式", en: "Give its number, or how it was sent"))
            try incident.fileResult(at: moment)
            try change.note(.resultFiled, in: incident, at: moment, words: words)
        }
    }

    /// Writes down what was done or found, for the record of the response (處置紀錄).
    package func note(
        _ id: IncidentID, at moment: Instant, words: String, by caller: Caller
    ) async throws {
        try await handle(id, .noteIncident, by: caller) { change, incident in
            let moment = try change.settle(moment, of: incident)
            try InvalidRow.require(words, Term("寫下做了什麼", en: "Say what was done"))
            if incident.isOver { throw IncidentRefusal.over(incident.number) }
            try change.note(.noted, in: incident, at: moment, words: words)
        }
    }

    /// Withdraws a false alarm; its number stays taken.
    package func withdraw(_ id: IncidentID, reason: String, by caller: Caller) async throws {
        try await handle(id, .withdrawIncident, by: caller) { change, incident in
            try InvalidRow.require(
                reason, Term("寫下為什麼是誤報", en: "Say why it was a false alarm"), "reason")
            try incident.withdraw(at: change.now)
            try change.note(.withdrawn, in: incident, at: change.now, words: reason)
            if incident.marks.notifiedAt != nil {
                try change.tellSuperior(
                    of: incident, Term("誤報撤回，\(reason)", en: "withdrawn, \(reason)"))
            }
        }
    }

    /// Ends an incident.
    ///
    /// - Throws: `IncidentRefusal.owed` while the agency owes what a clock asks for.
    package func close(_ id: IncidentID, words: String, by caller: Caller) async throws {
        let law = law
        try await handle(id, .closeIncident, by: caller) { change, incident in
            try incident.close(at: change.now, owed: try incident.owed(by: law))
            try change.note(.closed, in: incident, at: change.now, words: words)
        }
    }
}

extension Change {
    /// The time of an act. People write minutes: one within the minute of knowledge is not before.
    ///
    /// - Throws: `InvalidRow` for a time before the agency knew, or after now.
    fileprivate func settle(_ moment: Instant, of incident: Incident) throws -> Instant {
        let known = incident.report.knownAt
        guard moment.adding(seconds: 59) >= known else {
            throw InvalidRow.moment(
                "at",
                Term(
                    "時間不能早於知悉時間（\(known.day.rocSlashes) \(known.clock)）",
                    en: "The time may not be before the agency knew, \(known)"))
        }
        guard moment <= now else {
            throw InvalidRow.moment(
                "at", Term("時間不能晚於現在（\(now.clock)）", en: "The time may not be after now"))
        }
        return max(moment, known)
    }
}

extension InvalidRow {
    /// - Throws: itself where nothing was written.
    fileprivate static func require(
        _ words: String, _ message: Term, _ field: SQLName = "words"
    ) throws {
        guard !words.isEmpty else { throw moment(field, message) }
        guard words.count <= 2_000 else {
            throw moment(
                field,
                Term(
                    "最多 2000 字，現在 \(words.count) 字", en: "2,000 characters at most"))
        }
    }
}
