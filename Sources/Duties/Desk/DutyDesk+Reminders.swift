import Access
import HTML
import Kernel
import Statute
import Storage
import Tasks

extension DutyDesk {
    /// Who under the caller's agency lacks a duty, the most pressing first, and whom a reminder
    /// would reach.
    ///
    /// - Parameters:
    ///   - state: only those that stand so; `nil` for all that is to be done now.
    ///   - sort: only organisations of this kind, as 國小.
    package func lacking(
        _ duty: MeasureID, in year: ROCYear, state: DutyState?, sort: String?, by caller: Caller
    ) async throws -> (duty: Duty, agencies: [Remindable]) {
        try await door.read(by: caller) { view in
            let (known, all) = try agencies(owing: duty, in: year, view)
            let lacking = all.filter { one in
                let now = one.standing.state(on: view.now.day)
                return one.agency.id != caller.agency && (sort == nil || one.agency.sort == sort)
                    && (state.map { now == $0 && now.isOpen } ?? now.isPressing)
            }
            return (known, try remindable(lacking, duty, year, view))
        }
    }

    /// Reminds the chosen agencies in one act: a message to those who hold the posts in each, and a
    /// record that stays.
    ///
    /// - Parameter asOf: when the caller saw whom they remind.
    /// - Throws: `DutyRefusal.reminderWords`; `.noneChosen` where nobody is chosen or lacks it any
    ///   more; `.remindedMeanwhile` where somebody else reminded one of them today since `asOf`.
    package func remind(
        _ chosen: Set<AgencyID>, of duty: MeasureID, in year: ROCYear, words: String,
        asOf: Instant, by caller: Caller
    ) async throws -> ReminderOutcome {
        guard (1...300).contains(words.count) else { throw DutyRefusal.reminderWords }
        return try await door.change(
            .remind, in: caller.agency, needs: .remindAgencies, by: caller
        ) { change in
            let (_, all) = try agencies(owing: duty, in: year, change.view)
            let open = all.filter {
                chosen.contains($0.agency.id) && $0.agency.id != change.agency
                    && $0.standing.state(on: change.now.day).isOpen
            }
            let lacking = try remindable(open, duty, year, change.view)
            guard !lacking.isEmpty else { throw DutyRefusal.noneChosen }
            let meanwhile = lacking.filter {
                $0.wasReminded(on: change.now.day) && $0.lastAt.map { $0 > asOf } == true
            }
            guard meanwhile.isEmpty else { throw DutyRefusal.remindedMeanwhile(meanwhile.count) }
            try change.remind(lacking, of: duty, in: year, words)
            return ReminderOutcome(
                reminded: lacking.count, settled: max(0, chosen.count - lacking.count))
        }
    }

    /// The acts of reminding of a duty that agencies in the caller's reach had, the newest first.
    package func reminders(
        of duty: MeasureID, in year: ROCYear, by caller: Caller
    ) async throws -> (duty: Duty, rounds: [ReminderRound]) {
        try await door.read(by: caller) { view in
            let (known, all) = try agencies(owing: duty, in: year, view)
            let standing = Dictionary(all.map { ($0.agency.id, $0) }) { $1 }
            let found = try Reminder.all(
                of: duty, in: year, within: caller.reach(.open), view)
            let rounds = Dictionary(grouping: found, by: \.reminder.messageID).values.map { acts in
                let lines = acts.map { act in
                    let now = standing[act.reminder.agencyID]
                    return ReminderRound.Line(
                        reminder: act.reminder, read: act.read, agency: now?.agency,
                        standing: now?.standing)
                }
                return ReminderRound(
                    words: acts[0].reminder.words, by: acts[0].reminder.by,
                    at: acts[0].reminder.at, reminded: lines.sorted { $0.place < $1.place })
            }
            return (known, rounds.sorted { $0.at > $1.at })
        }
    }

    private func remindable(
        _ agencies: [AgencyStanding], _ duty: MeasureID, _ year: ROCYear, _ view: View
    ) throws -> [Remindable] {
        let today = view.now.day
        let latest = try Reminder.latest(
            of: duty, in: year, within: view.reach(.open), view)
        let holders = Dictionary(
            grouping: try Officeholder.all(
                of: Reminder.readers, in: agencies.map(\.agency.id), view), by: \.agency)
        return agencies.sorted { one, other in
            let late = (
                one.standing.state(on: today) == .late, other.standing.state(on: today) == .late
            )
            if late.0 != late.1 { return late.0 }
            return one.agency.place < other.agency.place
        }
        .map {
            Remindable(
                agency: $0.agency, standing: $0.standing, readers: holders[$0.agency.id] ?? [],
                lastAt: latest[$0.agency.id])
        }
    }
}

extension Reminder {
    /// In which posts a reminder reaches people.
    package static let readers: Set<Role> = [.officer, .securityOfficer, .ciso]
}

extension Change {
    fileprivate func remind(
        _ lacking: [Remindable], of duty: MeasureID, in year: ROCYear, _ words: String
    ) throws {
        let told = try tell(
            Reminder.readers, of: lacking.map(\.agency.id),
            News(
                .reminder,
                Term("\(caller.agencyName)：\(words)", en: "\(caller.agencyName): \(words)"),
                at: Path("duties", duty.text).with("year", year.number)))
        try insert(
            contentsOf: lacking.map { one in
                let readers = Set(one.readers.map(\.person)).subtracting(
                    caller.person.map { [$0] } ?? [])
                return Reminder(
                    id: ReminderID(at: now), agencyID: one.agency.id, version: 1, duty: duty,
                    year: year, state: one.standing.state(on: now.day), words: words,
                    messageID: told.message.id, readers: readers.count, by: caller.name,
                    byAgencyID: caller.agency, at: now)
            })
    }
}

extension Verb {
    static let remind = Verb("duty.remind", Term("催辦", en: "reminded agencies"))
}
