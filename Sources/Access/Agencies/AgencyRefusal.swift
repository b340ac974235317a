import Kernel

/// Why a change of the tree of agencies is turned down.
package enum AgencyRefusal: Refusal, Equatable {
    case unknown
    case nameLength
    case kindLength
    case codeLength
    case codeTaken(String)
    case cycle
    case cityStays
    case cityExists

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .nameLength, .kindLength, .codeLength: .invalid
        case .codeTaken, .cycle, .cityStays, .cityExists: .conflict
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
        case .cityStays: "agency.city_stays"
        case .cityExists: "agency.city_exists"
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
        case .cityStays:
            Term("市府在最上層，不能改隸。", en: "The city is at the top and cannot be moved.")
        case .cityExists:
            Term(
                "這個資料庫已經設立過，不必再設立一次。",
                en: "This database has its city already. There is nothing to found.")
        }
    }
}
