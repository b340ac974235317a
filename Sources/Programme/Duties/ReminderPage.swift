import Access
import Duties
import HTML
import Kernel
import Outline
import Statute
import Web

/// Exactly whom a reminder goes to, and in which words, before it goes.
struct ReminderPage: Sendable {
    let duty: Duty
    let year: ROCYear
    let agencies: [Remindable]
    let state: DutyState?
    let sort: String?
    let caller: Caller
    let now: Instant
    let sent: SentReminder

    private var id: MeasureID { MeasureID(duty.id) }
    private var today: Day { now.day }
    private var title: Term {
        Term("催辦：\(duty.rule.term.zh)", en: "Remind: \(duty.rule.term.en)")
    }

    var page: Page {
        Page(
            title, width: .wide,
            trail: [
                Crumb(duty.rule.term, DutyPlace.agencies(id, year, state: state)),
                Crumb(Term("催辦紀錄", en: "Reminders"), DutyPlace.reminders(id, year)),
            ]
        ) {
            if let refusal = sent.refusal {
                ErrorSummary([
                    FieldMessage(field: refusal.field ?? "words", message: refusal.message)
                ])
            }
            PageHeading(heading, eyebrow: HTML(caller.agencyName), lede: HTML(lede))
            if agencies.isEmpty {
                EmptyState(
                    Term("沒有機關缺這一項，不用催。", en: "No agency lacks it; there is nobody to remind."),
                    ActionLink(Term("看各機關", en: "See the agencies"), DutyPlace.agencies(id, year)))
            } else {
                DataTable(title, columns: columns, rows: agencies, selection: selection)
                words
            }
        }
    }

    private var heading: Term {
        Term(
            "\(agencies.count) 個機關缺「\(duty.rule.term.zh)」",
            en: "\(agencies.count) agencies lack “\(duty.rule.term.en)”")
    }

    private var lede: Term {
        let again = agencies.count { $0.wasReminded(on: today) }
        let warning = Term(
            again == 0 ? "" : "其中 \(again) 個今天已經催過，先不勾；要再催就勾起來。",
            en: again == 0 ? "" : "\(again) were reminded today already and are not ticked. ")
        return Term(
            "勾選的都會收到訊息。\(warning.zh)送出後不能收回，會留在催辦紀錄。",
            en:
                "Those ticked are told. \(warning.en)It cannot be taken back and stays in the record."
        )
    }

    private var selection: DataTable<Remindable>.Selection {
        let (chosen, today) = (sent.chosen, today)
        return DataTable.Selection(
            form: "remind", key: { $0.agency.id.description }, name: { $0.agency.name },
            isChosen: { one in
                chosen?.contains(one.agency.id) ?? !one.wasReminded(on: today)
            })
    }

    private var words: HTML {
        panel(Term("要說的話", en: "What to say"), id: "say") {
            form(
                .post,
                to: Path("duties", id.text, "reminders").with("year", year.number)
                    .with("state", state?.rawValue).with("kind", sort),
                .id("remind"), .class("stack")
            ) {
                hiddenField("asOf", String(now.microseconds))
                FormField(
                    "words", Term("訊息內容", en: "Message"),
                    .paragraph(sent.words ?? sentence, rows: 3, most: 300),
                    hint: Term(
                        "前面會加上「\(caller.agencyName)：」，後面附上這一項的連結。",
                        en:
                            "“\(caller.agencyName):” is put before it, and a link to the duty after."
                    ),
                    error: sent.refusal?.field == "words" ? sent.refusal?.message : nil)
                submit(Term("催辦勾選的機關", en: "Remind those ticked"))
            }
        }
    }

    /// What one would write; anybody may write something else.
    private var sentence: String {
        let days = Set(agencies.compactMap(\.standing.dueOn))
        let due = days.count == 1 ? days.first.map { "，期限 \($0.rocSlashes)" } ?? "" : ""
        return "「\(duty.rule.term.zh)」還沒有紀錄\(due)。辦好後登錄在系統，這一項就會變成已完成。"
    }

    private var columns: [TableColumn<Remindable>] {
        let (id, year, today) = (id, year, today)
        return [
            TableColumn(Term("機關", en: "Agency")) { one in
                a(.href(DutyPlace.one(id, year, of: one.agency.id))) { one.agency.name }
            },
            TableColumn(Term("現況", en: "State")) { dutyTag($0.standing, on: today) },
            TableColumn(Term("類別", en: "Kind")) { HTML($0.agency.sort) },
            TableColumn(Term("誰會收到", en: "Who is told")) { one in
                if one.readers.isEmpty {
                    status(.due, Term("沒有承辦人和資安長，沒有人收到", en: "Nobody holds a post"))
                } else {
                    one.readers.names
                }
            },
            TableColumn(Term("上次催辦", en: "Last reminded")) { one in
                if let lastAt = one.lastAt {
                    if one.wasReminded(on: today) {
                        status(.due, Term("今天 \(lastAt.clock) 催過", en: "Today at \(lastAt.clock)"))
                    } else {
                        time(lastAt)
                    }
                }
            },
        ]
    }
}

extension [Officeholder] {
    /// As in 「陳怡君（承辦人）、林校長（資安長）」: each once with all posts, by the first of these.
    fileprivate var names: Term {
        let people = Dictionary(grouping: self, by: \.person).values.map { posts in
            (name: posts[0].name, roles: Role.allCases.filter(posts.map(\.role).contains))
        }
        .sorted { one, other in
            let place = { (roles: [Role]) in Role.allCases.firstIndex(of: roles[0]) ?? 0 }
            return (place(one.roles), one.name) < (place(other.roles), other.name)
        }
        let zh = people.map { "\($0.name)（\($0.roles.map(\.term.zh).joined(separator: "、"))）" }
        let en = people.map { "\($0.name) (\($0.roles.map(\.term.en).joined(separator: ", ")))" }
        return Term(zh.joined(separator: "、"), en: en.joined(separator: ", "))
    }
}
