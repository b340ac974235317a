import Access
import Kernel
import Registers
import Statute
import Storage

/// The questions that a roster answers: who is on it, who left, whom nobody confirmed in time.
enum TeamQuestions {
    static let all = [
        RowQuestion("current", Term("在任", en: "In office"), isUsual: true) { current(on: $0) },
        RowQuestion(
            "left", Term("已離職但還在名單上", en: "Left, but still listed"),
            note: { count in
                Term(
                    "\(count) 位成員的帳號已停用或沒有任何職務，還列在名單上。看看要換成誰。",
                    en: "\(count) members have left and are still on the roster. Replace them.")
            }
        ) { day in "\(current(on: day)) AND \(hasLeft(on: day))" },
        RowQuestion(
            "unconfirmed", Term("該確認了", en: "To be confirmed"),
            note: { count in
                Term(
                    "\(count) 位成員超過 \(intervalMonths) 個月沒有確認還在不在。",
                    en: "\(count) members were not confirmed for \(intervalMonths) months.")
            }
        ) { day in "\(current(on: day)) AND \(isUnconfirmed(on: day))" },
        RowQuestion("alone", Term("沒有代理人", en: "Without a deputy")) { day in
            "\(current(on: day)) AND item.deputy IS NULL"
        },
        RowQuestion("past", Term("曾任", en: "Past")) { day in "item.untilOn < \(day)" },
    ]

    static func current(on day: Day) -> SQL {
        "item.fromOn <= \(day) AND (item.untilOn IS NULL OR item.untilOn >= \(day))"
    }

    /// Whose account is closed, or who holds no post in the agency any more. The row names its person.
    static func hasLeft(on day: Day) -> SQL {
        """
        item.person IS NOT NULL AND (
          EXISTS (SELECT 1 FROM person WHERE person.id = item.person
            AND person.disabledAt IS NOT NULL)
          OR EXISTS (SELECT 1 FROM appointment WHERE appointment.personID = item.person
            AND appointment.agencyID = item.agencyID)
          AND NOT EXISTS (SELECT 1 FROM appointment WHERE appointment.personID = item.person
            AND appointment.agencyID = item.agencyID AND appointment.endedAt IS NULL
            AND (appointment.untilOn IS NULL OR appointment.untilOn >= \(day))))
          AND \(isOfLivingAgency)
        """
    }

    private static func isUnconfirmed(on day: Day) -> SQL {
        let since = day.adding(months: -intervalMonths)
        return
            """
            (item.confirmedOn IS NULL OR item.confirmedOn < \(since)) AND item.fromOn < \(since)
              AND \(isOfLivingAgency)
            """
    }

    /// The roster of an agency that is no more is read by its successor, and kept by nobody.
    private static let isOfLivingAgency: SQL = """
        NOT EXISTS (SELECT 1 FROM agency AS ended
          WHERE ended.id = item.agencyID AND ended.removedAt IS NOT NULL)
        """

    /// How often the roster is confirmed: the cadence of `plan.roster` in the law.
    static let intervalMonths: Int = {
        let duty = (try? Law.bundled())?.duties.last { $0.rule.id == "plan.roster" }
        guard case .each(let times, let months)? = duty?.levels.values.first else { return 12 }
        return months / max(times, 1)
    }()
}

extension TeamMember {
    /// Who is in office in an agency today and has not left, as far as the list of people tells.
    static func staying(in agency: AgencyID, _ view: View) throws -> [TeamMember] {
        try view.rows(where: stays(in: agency, view))
    }

    /// How many these are.
    static func countStaying(in agency: AgencyID, _ view: View) throws -> Int {
        try view.value(
            "SELECT COUNT(*) FROM \(table) AS item WHERE \(stays(in: agency, view))") ?? 0
    }

    private static func stays(in agency: AgencyID, _ view: View) -> SQL {
        let day = view.now.day
        return """
            item.removedAt IS NULL AND item.agencyID = \(agency)
              AND \(TeamQuestions.current(on: day)) AND NOT (\(TeamQuestions.hasLeft(on: day)))
            """
    }
}
