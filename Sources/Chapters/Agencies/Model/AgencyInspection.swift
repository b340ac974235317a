import Access
import Exchange
import Kernel
import Registers
import Sheets
import Storage

/// What is asked of a line of somebody's list of organisations before it is taken: the list keeps
/// its history, so that a new name, kind or superior has a day, and nothing is undone by a blank.
final class AgencyInspection {
    private let today: Day
    private let top: AgencyID
    private let kinds: AgencyKinds
    private var lines: [String: [AgencyLine]]
    private var codes: Set<String>
    private let codesOfOthers: Set<String>
    /// Those that are no more, by their name.
    private let ends: [String: AgencyEnd]

    init(_ view: View) throws {
        today = view.now.day
        top = view.caller.agency
        kinds = try AgencyKinds.all(view)
        let all = try AgencyLine.all(under: view.caller, view)
        lines = Dictionary(grouping: all, by: \.name.comparable)
        codes = Set(all.compactMap(\.code))
        let taken: [String] = try view.values("SELECT code FROM agency WHERE code IS NOT NULL")
        codesOfOthers = Set(taken).subtracting(codes)
        ends = try AgencyEnd.byName(under: view.caller, view.session)
    }

    /// What is wrong with a line; a line that is in order is remembered for those after it.
    func errors(_ new: AgencyLine, _ old: AgencyLine?) -> [FieldError] {
        var errors = old.map { ofKnown(new, $0) } ?? ofNew(new)
        if new.oid != old?.oid { errors += Self.ofOID(new.oid) }
        if errors.isEmpty, old == nil {
            lines[new.name.comparable, default: []].append(new)
            if let code = new.code { codes.insert(code) }
        }
        return errors
    }

    private func ofNew(_ new: AgencyLine) -> [FieldError] {
        var errors = ofKind(new.kind) + ofDecision(new.decision) + ofDay(new.dating.on)
        if let code = new.code, codesOfOthers.contains(code) || codes.contains(code) {
            let end = ends.values.first { $0.code == code }
            let refusal = end.map(AgencyRefusal.ended) ?? .codeTaken(code)
            errors.append(FieldError(field: "code", message: refusal.message))
        }
        if let twin = lines[new.name.comparable]?.first {
            errors.append(FieldError(field: "name", message: Self.twin(twin)))
        }
        if let superior = new.superior { errors += ofSuperior(superior) }
        return errors
    }

    private func ofKnown(_ new: AgencyLine, _ old: AgencyLine) -> [FieldError] {
        var errors: [FieldError] = []
        if new.kind != old.kind { errors += ofKind(new.kind) }
        if new.superior != old.superior {
            errors +=
                new.superior.map(ofSuperior) ?? [
                    FieldError(field: "superior", message: Self.superiorMissing)
                ]
            if old.id == top {
                errors.append(
                    FieldError(field: "superior", message: AgencyRefusal.cityStays.message))
            }
        }
        if new.decision != old.decision { errors += ofDecision(new.decision, after: old.decision) }
        return errors + ofChange(new, old)
    }

    /// A change of name, kind or superior has its day; a day without such a change says nothing.
    private func ofChange(_ new: AgencyLine, _ old: AgencyLine) -> [FieldError] {
        let isOther =
            new.name != old.name || new.kind != old.kind || new.superior != old.superior
        guard isOther else {
            return new.dating == old.dating
                ? [] : [FieldError(field: "changedOn", message: Self.nothingChanged)]
        }
        guard let day = new.dating.on, day != old.dating.on else {
            return [FieldError(field: "changedOn", message: Self.dayMissing(old.name))]
        }
        if let last = old.dating.on, day < last {
            return [
                FieldError(
                    field: "changedOn", message: AgencyRefusal.beforeLastChange(last).message)
            ]
        }
        return ofDay(day)
    }

    private func ofDay(_ day: Day?) -> [FieldError] {
        guard let day, day > today else { return [] }
        return [FieldError(field: "changedOn", message: AgencyRefusal.notYet(day).message)]
    }

    private func ofKind(_ kind: String) -> [FieldError] {
        guard kinds.tally(of: kind) == nil else { return [] }
        let message = AgencyListRefusal.unknownKind(kind).message
        return [FieldError(field: "kind", message: message)]
    }

    private static func ofOID(_ oid: String?) -> [FieldError] {
        guard (try? AgencyListRefusal.check(oid: oid)) == nil else { return [] }
        return [FieldError(field: "oid", message: oidForm)]
    }

    private func ofSuperior(_ name: String) -> [FieldError] {
        switch lines[name.comparable]?.count ?? 0 {
        case 1: []
        case 0:
            [
                FieldError(
                    field: "superior",
                    message: ends[name.comparable].map { AgencyRefusal.ended($0).message }
                        ?? Self.superiorUnknown(
                            name, among: lines.values.joined().map(\.name).endings(with: name)))
            ]
        case let count:
            [FieldError(field: "superior", message: Self.superiorUnclear(name, count))]
        }
    }

    private func ofDecision(
        _ new: AgencyLine.Decision, after old: AgencyLine.Decision = .init()
    ) -> [FieldError] {
        guard new.level != nil else {
            let isBlank = new == AgencyLine.Decision()
            if isBlank, old.level == nil { return [] }
            return [FieldError(field: "level", message: Self.levelMissing)]
        }
        guard let day = new.on else {
            return [FieldError(field: "decidedOn", message: Self.decisionDayMissing)]
        }
        if day > today {
            return [FieldError(field: "decidedOn", message: AgencyRefusal.notYet(day).message)]
        }
        guard let last = old.on, day <= last else { return [] }
        return [FieldError(field: "decidedOn", message: Self.decidedBefore(last))]
    }
}

extension AgencyInspection {
    private static func twin(_ twin: AgencyLine) -> Term {
        Term(
            "名單裡已經有「\(twin.name)」（代碼 \(twin.code ?? "沒有填")）。是同一個就用那個代碼；真的是另一個，在「新增機關」加",
            en:
                "The list has \(twin.name), code \(twin.code ?? "none"). Use that code, or add it there."
        )
    }

    private static func superiorUnknown(_ name: String, among meant: [String]) -> Term {
        guard meant.isEmpty else {
            let more = meant.count > 5 ? "等 \(meant.count) 個" : ""
            let some = meant.prefix(5)
            return Term(
                "「\(name)」可能是\(some.map { "「\($0)」" }.joined(separator: "、"))\(more)，寫出上級機關的全名",
                en: "“\(name)” may be \(some.joined(separator: ", ")). Write the whole name.")
        }
        return Term(
            "名單裡沒有「\(name)」這個上級機關；它也在檔案裡的話，要排在前面",
            en: "The list has no superior “\(name)”. If the file has it, it must come first.")
    }

    private static func superiorUnclear(_ name: String, _ count: Int) -> Term {
        Term("名單裡有 \(count) 個「\(name)」，在畫面上改隸", en: "There are \(count) of that name.")
    }

    private static func dayMissing(_ name: String) -> Term {
        Term(
            "「\(name)」改名、改類別或改隸要寫異動生效日；只是打錯字，在機關頁按「更正資料」",
            en: "A change of \(name) needs its day. For a slip of the pen, correct it on its page.")
    }

    private static let oidForm = Term(
        "要寫用點隔開的數字，例如 2.16.886.101.20003", en: "Write numbers with dots, as 2.16.886.101.20003.")
    private static let superiorMissing = Term(
        "空著不會改隸，寫上級機關的名稱", en: "A blank moves nothing. Write the superior's name.")
    private static let nothingChanged = Term(
        "名稱、類別和上級都沒變，異動生效日不會改", en: "Nothing changed, so its day does not change.")
    private static let levelMissing = Term(
        "空著不會撤回核定，寫 A 級到 E 級；要撤回在機關頁", en: "A blank takes nothing back. Write the level.")
    private static let decisionDayMissing = Term(
        "有等級就要有核定日期", en: "A level has the day of its decision.")

    private static func decidedBefore(_ last: Day) -> Term {
        Term(
            "現在的等級是 \(last.rocSlashes) 核定的，新的核定要在那之後；要更正在機關頁",
            en: "The level in force was decided on \(last); a new decision comes after that.")
    }
}
