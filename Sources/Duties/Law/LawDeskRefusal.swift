import Kernel

/// Why something about the law cannot be done.
package enum LawDeskRefusal: Refusal, Equatable {
    case unknown
    case cityOnly
    case note
    case term
    case why
    case document
    case kinds
    case levels
    case cadence
    case dueOn
    /// A last day of the year for what is not done once or more a year.
    case dueOnOfNoYear
    case from(Day)
    case file
    case ended

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .cityOnly: .forbidden
        case .ended: .conflict
        case .note, .term, .why, .document, .kinds, .levels, .cadence, .dueOn, .dueOnOfNoYear,
            .from, .file:
            .invalid
        }
    }

    package var code: String {
        switch self {
        case .unknown: "law.unknown_rule"
        case .cityOnly: "law.city_only"
        case .note: "law.note"
        case .term: "law.term"
        case .why: "law.why"
        case .document: "law.document"
        case .kinds: "law.kinds"
        case .levels: "law.levels"
        case .cadence: "law.cadence"
        case .dueOn: "law.due_on"
        case .dueOnOfNoYear: "law.due_on_of_no_year"
        case .from: "law.from"
        case .file: "law.calendar_file"
        case .ended: "law.ended"
        }
    }

    /// The field of the form that it is about; `nil` where no field is.
    package var field: String? {
        switch self {
        case .note: "note"
        case .term: "term"
        case .why: "why"
        case .document: "document"
        case .kinds: "kinds"
        case .levels: "levels"
        case .cadence: "cadence"
        case .dueOn, .dueOnOfNoYear: "dueOn"
        case .from: "fromOn"
        case .file: "file"
        case .unknown, .cityOnly, .ended: nil
        }
    }

    package var message: Term {
        switch self {
        case .unknown: Term("找不到這條規則。", en: "There is no such rule.")
        case .cityOnly:
            Term("只有市府可以改規則。請資訊局辦理。", en: "Only the city changes rules. Ask the city's office.")
        case .note:
            Term(
                "寫下核對了哪一份原文，最多 1,000 字",
                en: "Say which official text you compared, in at most 1,000 characters")
        case .term: Term("寫下要辦什麼，最多 60 字", en: "Name the duty in at most 60 characters")
        case .why: Term("寫下為什麼要辦，最多 200 字", en: "Say why, in at most 200 characters")
        case .document:
            Term(
                "寫下依據的公文或規定，最多 100 字", en: "Name the letter it rests on, in at most 100 characters")
        case .kinds: Term("至少選一種機關", en: "Choose at least one kind of organisation")
        case .levels: Term("至少選一個責任等級", en: "Choose at least one level")
        case .cadence: Term("選多久辦一次", en: "Choose how often")
        case .dueOn:
            Term("期限寫成月-日，例如 09-30", en: "Write the day as month-day, such as 09-30")
        case .dueOnOfNoYear:
            Term(
                "只有每年的事能訂期限。把期限清空，或選每年",
                en: "Only a yearly duty has a last day of the year. Empty it, or choose each year")
        case .from(let today):
            Term(
                "施行日不能早於今天（\(today.rocSlashes)），過去的年度不會改判",
                en: "It cannot begin before today (\(today)); past years are not judged anew")
        case .file: Term("選擇日曆表檔案", en: "Choose the calendar file")
        case .ended: Term("這一項已經停用。", en: "This has ended already.")
        }
    }
}
