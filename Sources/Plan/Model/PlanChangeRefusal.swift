import Kernel

/// Why a version of the plan cannot be laid in.
package enum PlanChangeRefusal: Refusal, Hashable {
    case cityOnly
    case sameText
    case noSuchVersion
    case noFile
    case noDay

    package var kind: RefusalKind {
        switch self {
        case .cityOnly: .forbidden
        case .sameText: .conflict
        case .noSuchVersion: .notFound
        case .noFile, .noDay: .invalid
        }
    }

    package var code: String {
        switch self {
        case .cityOnly: "plan.city_only"
        case .sameText: "plan.same_text"
        case .noSuchVersion: "plan.no_such_version"
        case .noFile: "plan.no_file"
        case .noDay: "plan.no_day"
        }
    }

    package var message: Term {
        switch self {
        case .cityOnly:
            Term(
                "本府的計畫只有市府可以換版。要加本機關的條文，從計畫的條文旁按「增訂」。",
                en: "Only the city changes the city's plan. Add your own clause beside one of it.")
        case .sameText:
            Term(
                "這份計畫和最新一版的文字完全相同，不必再匯入。",
                en: "This plan has the same words as the latest version; there is nothing to add.")
        case .noSuchVersion:
            Term("找不到這一版計畫。", en: "There is no such version of the plan.")
        case .noFile: Term("選一個計畫檔案（ODT 或純文字）。", en: "Choose the plan's file (ODT or text).")
        case .noDay: Term("填施行日期，例如 116/1/1。", en: "Enter the first day.")
        }
    }
}
