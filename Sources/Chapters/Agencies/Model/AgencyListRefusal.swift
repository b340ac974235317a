import Kernel

/// Why a change of the list of organisations is turned down.
package enum AgencyListRefusal: Refusal, Equatable {
    case unknownKind(String)
    /// Agencies of the list have the same name but for its spelling.
    case looksLike([AgencyTwin])
    case decidedTwice(Day)
    case filedAfterDecided
    case unknownDecision
    case levelMissing
    case dayMissing
    case successorMissing
    case superiorMissing
    /// An object identifier that is no row of numbers with dots between.
    case oidForm(String)
    /// What a program sent for an agency is no id.
    case notAnID(String)
    /// The list is asked for what it never has, as for a level `Z`.
    case unknownLevel(String)
    case mannerUnknown
    case windowMissing

    package var kind: RefusalKind {
        switch self {
        case .unknownDecision: .notFound
        case .looksLike: .conflict
        case .unknownKind, .decidedTwice, .filedAfterDecided, .levelMissing, .dayMissing,
            .successorMissing, .superiorMissing, .oidForm, .notAnID, .unknownLevel, .mannerUnknown,
            .windowMissing:
            .invalid
        }
    }

    package var code: String {
        switch self {
        case .unknownKind: "agencies.unknown_kind"
        case .looksLike: "agencies.looks_like"
        case .decidedTwice: "agencies.decided_twice"
        case .filedAfterDecided: "agencies.filed_after_decided"
        case .unknownDecision: "agencies.unknown_decision"
        case .levelMissing: "agencies.level"
        case .dayMissing: "agencies.day"
        case .successorMissing: "agencies.successor"
        case .superiorMissing: "agencies.superior"
        case .oidForm: "agencies.oid"
        case .notAnID: "agencies.not_an_id"
        case .unknownLevel: "agencies.unknown_level"
        case .mannerUnknown: "agencies.manner"
        case .windowMissing: "agencies.window"
        }
    }

    package var message: Term {
        switch self {
        case .unknownKind(let kind):
            kind.isEmpty
                ? Term("選擇機關類別", en: "Choose what kind of agency it is")
                : Term(
                    "沒有「\(kind)」這個機關類別，先在「機關類別」新增。",
                    en: "There is no kind “\(kind)”. Add it under Kinds of agencies first.")
        case .looksLike(let twins):
            Term(
                "名單裡已經有「\(twins.map(\.name).joined(separator: "」、「"))」。是同一個就不用再加；真的是另一個，勾選下面的「是另一個機關」。",
                en: "The list has \(twins.map(\.name).joined(separator: ", ")) already. "
                    + "If this is another, tick the box below.")
        case .decidedTwice(let day):
            Term(
                "\(day.rocSlashes) 已經登錄過核定。寫錯的話先撤回那一筆。",
                en: "A decision of \(day) is entered already. Take it back first if it is wrong.")
        case .filedAfterDecided:
            Term("提報日期不會晚於核定日期，改一下。", en: "A level is filed before it is decided.")
        case .unknownDecision: Term("找不到這筆核定。", en: "There is no such decision.")
        case .levelMissing: Term("選擇責任等級", en: "Choose the level")
        case .dayMissing: Term("填寫日期，例如 115/11/23", en: "Enter the day, as 2026-11-23")
        case .successorMissing: Term("選擇由哪個機關承接", en: "Choose the agency that carries on")
        case .superiorMissing: Term("選擇新的上級機關", en: "Choose the new superior")
        case .oidForm(let text):
            Term(
                "OID 是用點隔開的數字，例如 2.16.886.101.20003；寫的是「\(text)」。",
                en: "An OID is numbers with dots between, as 2.16.886.101.20003; not “\(text)”.")
        case .notAnID(let text):
            Term(
                "「\(text)」不是機關的 id。用機關名單給的 id。",
                en: "“\(text)” is no id of an agency. Send the id that the list gives.")
        case .unknownLevel(let text):
            Term(
                "沒有「\(text)」這個責任等級，要寫 A、B、C、D、E，或 none（尚未核定）。",
                en: "There is no level “\(text)”. Write A to E, or none for those not decided.")
        case .mannerUnknown: Term("選擇整併或裁撤", en: "It is merged or closed")
        case .windowMissing: Term("填寫資安窗口的姓名", en: "Enter the name of the contact")
        }
    }
}

extension AgencyListRefusal {
    /// - Throws: `.oidForm` for what is no object identifier (ITU-T X.660).
    static func check(oid: String?) throws(AgencyListRefusal) {
        guard let oid, oid.wholeMatch(of: /[0-2](\.[0-9]+)+/) == nil else { return }
        throw .oidForm(oid)
    }
}
