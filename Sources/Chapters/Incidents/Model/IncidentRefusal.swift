import Kernel

/// Why something cannot be done with an incident.
package enum IncidentRefusal: Refusal, Equatable {
    case unknown
    case ofAnotherAgency
    case over(IncidentNumber)
    case untold(IncidentNumber)
    case owed(IncidentNumber, [Term])
    case nothingToNotify
    case notReceived
    case notReviewed
    case notContained
    case reviewIsTheSuperiors
    case notADrill
    case drillGoesOn

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .ofAnotherAgency: .forbidden
        default: .conflict
        }
    }

    package var code: String {
        switch self {
        case .unknown: "incident.unknown"
        case .ofAnotherAgency: "incident.of_another_agency"
        case .over: "incident.over"
        case .untold: "incident.untold"
        case .owed: "incident.owed"
        case .nothingToNotify: "incident.nothing_to_notify"
        case .notReceived: "incident.not_received"
        case .notReviewed: "incident.not_reviewed"
        case .notContained: "incident.not_contained"
        case .reviewIsTheSuperiors: "incident.review_is_the_superiors"
        case .notADrill: "incident.not_a_drill"
        case .drillGoesOn: "incident.drill_goes_on"
        }
    }

    package var message: Term {
        switch self {
        case .unknown: Term("找不到這個事件。", en: "There is no such incident.")
        case .ofAnotherAgency:
            Term(
                "這是另一個機關的事件，只能看和審核。處置由該機關登錄。",
                en: "This incident is another agency's. You may look at it and review it.")
        case .over(let number):
            Term("事件 \(number) 已經結束，不能再改。", en: "Incident \(number) is over.")
        case .untold(let number):
            Term(
                "事件 \(number) 還沒判定等級。先補內容和影響，再繼續。",
                en: "Incident \(number) has no level yet. Tell what happened first.")
        case .owed(let number, let terms):
            Term(
                "事件 \(number) 還欠\(terms.map(\.zh).joined(separator: "、"))，辦好才能結案。",
                en: """
                    Incident \(number) still owes: \
                    \(terms.map { $0.en.lowercased() }.joined(separator: ", ")).
                    """)
        default: order
        }
    }

    /// What has to come first.
    private var order: Term {
        switch self {
        case .nothingToNotify:
            Term("已經通報過，等級也沒有變。", en: "It was notified, and the level has not changed.")
        case .notReceived:
            Term("這個事件還沒通報，收到通報後才能審核。", en: "It was not notified yet.")
        case .notReviewed:
            Term("先完成審核，再把結果送主管機關。", en: "Review it before you tell the authority.")
        case .notContained:
            Term("先登錄損害控制或復原完成的時間。", en: "Say when the damage was controlled first.")
        case .reviewIsTheSuperiors:
            Term("事件由上級機關審核，不能自己審自己的。", en: "Your superior reviews your incidents.")
        case .drillGoesOn:
            Term("演練還沒結案。先結案，再送演練結果。", en: "The drill goes on. Close it, then hand in its result.")
        default:
            Term("這不是演練。", en: "This is not a drill.")
        }
    }
}
