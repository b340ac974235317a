import Access
import HTML
import Kernel
import Statute
import Web

/// The form of one act on the list of organisations.
struct AgencyForm: Sendable {
    enum Purpose: Sendable {
        case new
        case act(AgencyAct, Agency)
    }

    /// What can be chosen.
    struct Choices: Sendable {
        let agencies: [AgencyOnDay]
        let kinds: [String]
        /// The people whose accounts would be closed with the agency.
        var people = 0
    }

    private let purpose: Purpose
    private let typed: Fields
    private let choices: Choices
    private let problem: FieldMessage?
    private let hasTwin: Bool

    init(_ purpose: Purpose, typed: Fields, choices: Choices, refusal: (any Error)? = nil) {
        self.purpose = purpose
        self.typed = typed
        self.choices = choices
        problem = refusal.flatMap(Self.message)
        hasTwin = if case .looksLike? = refusal as? AgencyListRefusal { true } else { false }
    }

    /// Whether a refusal is answered in the form rather than on a page of its own.
    static func takes(_ refusal: any Error) -> Bool { message(refusal) != nil }

    var page: Page {
        Page(title, width: .narrow, trail: trail) {
            ErrorSummary([problem].compactMap { $0 })
            PageHeading(title, lede: lede.map { HTML($0) })
            if let touched { p(.class("note")) { touched } }
            form(.post, to: target, .class("stack"), .data("guard", "")) {
                for field in fields { field }
                div(.class("row")) {
                    submit(Term("登錄", en: "Enter"))
                    ActionLink(Term("不改了", en: "Cancel"), back)
                }
            }
        }
    }

    private var title: Term {
        switch purpose {
        case .new: Term("新增機關", en: "Add an agency")
        case .act(let act, let agency):
            Term("\(act.term.zh)：\(agency.name)", en: "\(act.term.en): \(agency.name)")
        }
    }

    private var lede: Term? {
        switch purpose {
        case .new: nil
        case .act(let act, _): act.lede
        }
    }

    /// What an end takes with it, for it cannot be taken back.
    private var touched: Term? {
        guard case .act(.end, let agency) = purpose else { return nil }
        let below = choices.agencies.count { $0.superior == agency.id }
        return Term(
            "登錄後不能復原：\(below) 個所屬機關改隸承接機關，\(choices.people) 位人員的職務結束、帳號停用。",
            en:
                "This cannot be undone: \(below) agencies below move, \(choices.people) people lose "
                + "their posts and accounts.")
    }

    private var trail: [Crumb] {
        let list = Crumb(Term("機關", en: "Agencies"), "/agencies")
        guard case .act(_, let agency) = purpose else { return [list] }
        return [list, Crumb(Term(agency.name, en: agency.name), .agency(agency.id))]
    }

    private var back: Path {
        if case .act(_, let agency) = purpose { .agency(agency.id) } else { "/agencies" }
    }

    private var target: Path {
        switch purpose {
        case .new: "/agencies"
        case .act(let act, let agency): Path.agency(agency.id).appending(act.rawValue)
        }
    }

    private var fields: [FormField] {
        switch purpose {
        case .new:
            [
                name, kind,
                superior(
                    Term("上級機關", en: "Superior"),
                    unchosen: Term("不選就是直屬市府", en: "Directly under the city unless chosen")),
            ] + codes
                + [
                    day(
                        Term("成立日期", en: "Founded on"),
                        hint: Term(
                            "早就有的機關空著就好", en: "Leave blank for one that has long been there"),
                        optional: true), document,
                ] + (hasTwin ? [isAnother] : [])
        case .act(.edit, _): [name, kind] + codes
        case .act(.renaming, _): [name, kind, day(Term("生效日", en: "From")), document]
        case .act(.superior, _):
            [superior(Term("新的上級機關", en: "New superior")), day(Term("生效日", en: "From")), document]
        case .act(.end, _):
            [
                manner,
                superior(
                    Term("由哪個機關承接", en: "Carried on by"),
                    unchosen: Term(
                        "裁撤而沒有指定的，不選就由上級機關承接",
                        en: "Unless chosen, the superior carries on for what is closed")),
                day(Term("生效日", en: "From")), document,
            ]
        case .act(.levels, _):
            [level, day(Term("核定日期", en: "Decided on")), document, ground, filedOn]
        }
    }
}

extension AgencyForm {
    private func field(
        _ name: String, _ term: Term, _ control: Web.Control, hint: Term? = nil,
        optional: Bool = false
    ) -> FormField {
        FormField(
            name, term, control, hint: hint,
            error: problem.about(name), optional: optional)
    }

    private var name: FormField {
        field("name", Term("機關名稱", en: "Name"), .line(typed["name"], most: 100))
    }

    private var kind: FormField {
        var kinds = choices.kinds
        let present = typed["kind"]
        if !present.isEmpty, !kinds.contains(present) { kinds.append(present) }
        return field(
            "kind", Term("機關類別", en: "Kind"),
            .choice(kinds.map { Web.Control.Option($0, Term($0, en: $0)) }, chosen: present))
    }

    private var codes: [FormField] {
        [
            field(
                "code", Term("機關代碼", en: "Code"), .line(typed["code"], width: .half),
                optional: true),
            field("oid", Term("OID", en: "OID"), .line(typed["oid"], width: .half), optional: true),
        ]
    }

    private func superior(_ term: Term, unchosen hint: Term? = nil) -> FormField {
        let own: AgencyID? = if case .act(_, let agency) = purpose { agency.id } else { nil }
        let options = choices.agencies.filter { $0.id != own }.map { agency in
            let name = [agency.name, agency.code].compactMap { $0 }.joined(separator: "　")
            return Web.Control.Option(agency.id.description, Term(name, en: name))
        }
        return field(
            "superior", term, .choice(options, chosen: typed["superior"]),
            hint: hint, optional: hint != nil)
    }

    private func day(_ term: Term, hint: Term? = nil, optional: Bool = false) -> FormField {
        field("on", term, .day(typed["on"]), hint: hint, optional: optional)
    }

    private var document: FormField {
        field(
            "document", Term("文號", en: "Document number"), .line(typed["document"], width: .half),
            optional: true)
    }

    private var manner: FormField {
        field(
            "manner", Term("方式", en: "How"),
            .radios(
                AgencyEnd.Manner.allCases.map { Web.Control.Option($0.rawValue, $0.term) },
                chosen: typed["manner"].isEmpty ? "merged" : typed["manner"]))
    }

    private var level: FormField {
        field(
            "level", Term("責任等級", en: "Level"),
            .radios(
                Level.allCases.map { Web.Control.Option($0.rawValue, $0.term) },
                chosen: typed["level"]))
    }

    private var ground: FormField {
        field(
            "ground", Term("核定依據", en: "Ground"), .paragraph(typed["ground"], rows: 2, most: 200),
            optional: true)
    }

    private var filedOn: FormField {
        field("filedOn", Term("提報日期", en: "Filed on"), .day(typed["filedOn"]), optional: true)
    }

    private var isAnother: FormField {
        field(
            "isAnother", Term("名稱很像，但", en: "The name is alike, but"),
            .tick(Term("是另一個機關", en: "this is another agency"), isTicked: false))
    }

    private static func message(_ refusal: any Error) -> FieldMessage? {
        switch refusal {
        case let refusal as AgencyRefusal:
            let field: String? =
                switch refusal {
                case .nameLength: "name"
                case .kindLength: "kind"
                case .codeLength, .codeTaken: "code"
                case .cycle, .ownSuccessor, .cityStays: "superior"
                case .notYet, .beforeLastChange: "on"
                case .unknown, .cityExists, .ended: nil
                }
            return field.map { FieldMessage(field: $0, message: refusal.message) }
        case let refusal as AgencyListRefusal:
            let field: String? =
                switch refusal {
                case .unknownKind: "kind"
                case .oidForm: "oid"
                case .looksLike: "name"
                case .decidedTwice, .dayMissing: "on"
                case .filedAfterDecided: "filedOn"
                case .levelMissing: "level"
                case .successorMissing, .superiorMissing: "superior"
                case .mannerUnknown: "manner"
                case .unknownDecision, .windowMissing, .notAnID, .unknownLevel: nil
                }
            return field.map { FieldMessage(field: $0, message: refusal.message) }
        default: return nil
        }
    }
}
