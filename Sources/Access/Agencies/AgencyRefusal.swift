import Kernel

/// Why a change of the tree of agencies is turned down.
package enum AgencyRefusal: Refusal, Equatable {
    case unknown
    case nameLength
    case kindLength
    case codeLength
    case codeTaken(String)
    case cycle
    /// An agency that is to end cannot be carried on by itself or by one under it.
    case ownSuccessor
    case cityStays
    case cityExists
    /// The day of a change is still to come.
    case notYet(Day)
    /// The day of a change lies before the last one, which was on that day.
    case beforeLastChange(Day)
    /// It is no more, and nothing new is written down in it.
    case ended(AgencyEnd)

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .nameLength, .kindLength, .codeLength, .notYet, .beforeLastChange: .invalid
        case .codeTaken, .cycle, .ownSuccessor, .cityStays, .cityExists, .ended: .conflict
        }
    }

    /// The stable word for programs.
    package var code: String {
        switch self {
        case .unknown: "agency.unknown"
        case .nameLength: "agency.name"
        case .kindLength: "agency.kind"
        case .codeLength: "agency.code"
        case .codeTaken: "agency.code_taken"
        case .cycle: "agency.cycle"
        case .ownSuccessor: "agency.own_successor"
        case .cityStays: "agency.city_stays"
        case .cityExists: "agency.city_exists"
        case .notYet: "agency.not_yet"
        case .beforeLastChange: "agency.before_last_change"
        case .ended: "agency.ended"
        }
    }

    package var message: Term {
        switch self {
        case .unknown: Term("找不到這個機關。", en: "There is no such agency.")
        case .nameLength:
            Term("填寫機關名稱，最多 100 字", en: "Enter the agency's name, at most 100 characters")
        case .kindLength:
            Term("選擇機關類別", en: "Choose what kind of agency it is")
        case .codeLength:
            Term("機關代碼最多 40 字", en: "The agency's code has at most 40 characters")
        case .codeTaken(let code):
            Term("機關代碼 \(code) 已經有機關使用。", en: "Another agency has the code \(code).")
        case .cycle:
            Term(
                "不能改隸到自己的下級機關。先把那個機關移出來。",
                en: "An agency cannot stand under its own subordinate. Move that one first.")
        case .ownSuccessor:
            Term(
                "承接的機關不能是它自己或它的下級機關，選別的機關。",
                en: "Neither the agency itself nor one under it can carry on. Choose another.")
        case .cityStays:
            Term(
                "市府在最上層，不能改隸、整併或裁撤。",
                en: "The city is at the top and can be neither moved nor ended.")
        case .cityExists:
            Term(
                "這個資料庫已經設立過，不必再設立一次。",
                en: "This database has its city already. There is nothing to found.")
        case .notYet(let day):
            Term(
                "生效日 \(day.rocSlashes) 還沒到，當天或之後再登錄。",
                en: "\(day) is still to come. Enter the change on that day or later.")
        case .beforeLastChange(AgencyPeriod.beforeRecords):
            Term(
                "生效日太早，機關名單從 \(AgencyPeriod.beforeRecords.rocSlashes) 記起。",
                en: "The list of agencies begins on \(AgencyPeriod.beforeRecords).")
        case .ended(let end):
            Term(
                "\(end.name) \(end.endedOn.rocSlashes) 起\(end.manner.term.zh)，由\(end.successorName)承接。",
                en: "\(end.name): \(end.manner.term.en.lowercased()) on \(end.endedOn); "
                    + "\(end.successorName) carries on.")
        case .beforeLastChange(let day):
            Term(
                "生效日要在上一次異動（\(day.rocSlashes)）之後。",
                en: "The day must come after the last change, on \(day).")
        }
    }
}
