import Access
import Duties
import HTML
import Kernel
import Outline
import Statute
import Web

/// Who was reminded of a duty when and by whom, and what happened since.
struct ReminderHistoryPage: Sendable {
    let duty: Duty
    let year: ROCYear
    let rounds: [ReminderRound]
    let caller: Caller
    let today: Day

    private var id: MeasureID { MeasureID(duty.id) }
    private var title: Term {
        Term("催辦紀錄：\(duty.rule.term.zh)", en: "Reminders: \(duty.rule.term.en)")
    }

    var page: Page {
        Page(
            title, width: .wide,
            trail: [Crumb(duty.rule.term, DutyPlace.agencies(id, year))]
        ) {
            PageHeading(
                title,
                eyebrow: HTML(
                    Term(
                        "\(year.number) 年・催過 \(rounds.count) 次",
                        en: "\(year.gregorian), \(rounds.count) times")),
                actions: caller.may(.remindAgencies)
                    ? [
                        ActionLink(
                            Term("催辦還缺的", en: "Remind those who lack it"),
                            DutyPlace.reminding(id, year, state: nil, sort: nil)
                        ).body
                    ] : [])
            if rounds.isEmpty {
                EmptyState(
                    Term("這一項今年還沒催過。", en: "Nobody was reminded of it this year."),
                    ActionLink(Term("看各機關", en: "See the agencies"), DutyPlace.agencies(id, year)))
            }
            for round in rounds { section(round) }
        }
    }

    private func section(_ round: ReminderRound) -> HTML {
        let heading = Term(
            "\(round.at.day.rocSlashes) \(round.at.clock) \(round.by)催辦 \(round.reminded.count) 個機關",
            en: "\(round.at.day) \(round.at.clock): \(round.by) reminded \(round.reminded.count)")
        return panel(heading, id: "round-\(round.at.microseconds)") {
            p { round.words }
            p(.class("hint")) {
                Term(
                    "到今天 \(round.settled(on: today)) 個已辦或已聲明，\(round.reminded.count - round.settled(on: today)) 個還缺。",
                    en:
                        "By today \(round.settled(on: today)) did or declared it, \(round.reminded.count - round.settled(on: today)) still lack it."
                )
            }
            DataTable(heading, columns: columns, rows: round.reminded)
        }
    }

    private var columns: [TableColumn<ReminderRound.Line>] {
        let (id, year, today) = (id, year, today)
        return [
            TableColumn(Term("機關", en: "Agency")) { line in
                a(.href(DutyPlace.one(id, year, of: line.reminder.agencyID))) {
                    line.agency?.name ?? "—"
                }
            },
            TableColumn(Term("現在", en: "Now")) { line in
                if let standing = line.standing {
                    dutyTag(standing, on: today)
                } else {
                    status(.notApplicable)
                }
            },
            TableColumn(Term("當時", en: "Then")) { line in HTML(line.reminder.state.term) },
            TableColumn(Term("已讀", en: "Read"), kind: .number) { line in
                "\(line.read)／\(line.reminder.readers)"
            },
        ]
    }
}
