import Access
import HTML
import Kernel
import Registers
import Statute
import Storage
import Web

/// What the city does with an agency of the list; each has a page of its own.
enum AgencyAct: String, CaseIterable, Sendable {
    case levels
    case edit
    case renaming
    case superior
    case end

    var term: Term {
        switch self {
        case .levels: Term("登錄責任等級核定", en: "Enter a decision on the level")
        case .edit: Term("更正資料", en: "Correct")
        case .renaming: Term("改名", en: "Rename")
        case .superior: Term("改隸", en: "Move")
        case .end: Term("整併或裁撤", en: "Merge or close")
        }
    }

    /// What it does, and what it does not.
    var lede: Term {
        switch self {
        case .levels:
            Term("照核定公文登錄。等級從核定日期起算。", en: "As the letter says; it holds from that day.")
        case .edit:
            Term(
                "只改寫錯的地方。真的改名，請用「改名」並寫生效日，以前的文件才會留著舊名。",
                en: "For slips of the pen. A real change of name has a day: use Rename.")
        case .renaming:
            Term("以前的文件和那時的名單會留著舊名。", en: "Papers and lists of earlier days keep the old name.")
        case .superior:
            Term("連同它的所屬機關一起移到新的上級機關。", en: "It moves with all that stands under it.")
        case .end:
            Term(
                "所屬機關改到承接機關；它的職務和帳號今天起停用；資料由承接機關查閱，不會刪除。"
                    + "還在處理的資安事件由承接機關接手，還沒簽核的盤點停在這一天。",
                en: "What stands under it goes to the successor; its posts and accounts end; its "
                    + "records stay and the successor reads them. The successor takes over "
                    + "incidents that run; a stock-take that is not signed stays as it is.")
        }
    }

    /// Whether it changes where an agency stands; the city itself stays.
    var isOfTree: Bool { self == .superior || self == .end }
}

extension AgencyRoutes {
    func blank(_ request: WebRequest) async throws -> Answer {
        let choices = try await choices(request)
        return .page(AgencyForm(.new, typed: Fields(), choices: choices).page)
    }

    func add(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        let caller = try request.caller
        do {
            let entry = try AgencyDesk.Entry(form, superior: caller.agency)
            let id = try await desk.add(entry, by: caller)
            return .redirect(to: .agency(id)).saying(Toast(Term("已新增", en: "Added")))
        } catch let refusal where AgencyForm.takes(refusal) {
            return try await again(.new, form, refusal, request)
        }
    }

    func ask(_ act: AgencyAct, _ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let choices = try await choices(request, of: agency)
        return .page(
            AgencyForm(.act(act, agency), typed: Fields(of: agency), choices: choices).page)
    }

    func take(_ act: AgencyAct, _ request: WebRequest) async throws -> Answer {
        let agency = try await agency(request)
        let form = try request.form
        do {
            try await make(act, agency, form, by: request.caller)
            return .redirect(to: .agency(agency.id)).saying(Toast(Term("已登錄", en: "Entered")))
        } catch let refusal where AgencyForm.takes(refusal) {
            return try await again(.act(act, agency), form, refusal, request)
        }
    }

    private func make(
        _ act: AgencyAct, _ agency: Agency, _ form: Fields, by caller: Caller
    ) async throws {
        switch act {
        case .levels:
            guard let level = Level(rawValue: form["level"]) else {
                throw AgencyListRefusal.levelMissing
            }
            try await desk.decide(
                level, for: agency.id, on: form.requiredDay("on"),
                document: form.filled("document"),
                ground: form.filled("ground"), filedOn: form.day("filedOn"), by: caller)
        case .edit:
            try await desk.correct(
                agency.id,
                to: AgencyDetails(
                    name: form["name"], code: form["code"], oid: form["oid"], kind: form["kind"]),
                by: caller)
        case .renaming:
            try await desk.rename(
                agency.id, to: form["name"], kind: form["kind"], from: form.dating(), by: caller)
        case .superior:
            guard let superior = AgencyID(form["superior"]) else {
                throw AgencyListRefusal.superiorMissing
            }
            try await desk.move(agency.id, under: superior, from: form.dating(), by: caller)
        case .end:
            let manner = AgencyEnd.Manner(rawValue: form["manner"]) ?? .merged
            try await desk.end(
                agency.id, manner, into: AgencyID(form["superior"]), from: form.dating(),
                by: caller)
        }
    }

    private func agency(_ request: WebRequest) async throws -> Agency {
        let id: AgencyID = try request.parameter("id")
        return try await door.read(by: request.caller) { view in try Agency.find(id, view) }
    }

    private func choices(
        _ request: WebRequest, of agency: Agency? = nil
    ) async throws -> AgencyForm.Choices {
        let caller = try request.caller
        return try await door.read(by: caller) { view in
            let agencies = try AgencyOnDay.all(
                on: view.now.day, in: view.reach(.open), view)
            let people: Int? = try view.value(
                """
                SELECT count(*) FROM person
                WHERE agencyID = \(agency?.id) AND disabledAt IS NULL AND account IS NOT NULL
                """)
            return AgencyForm.Choices(
                agencies: agencies.filter { !$0.hasEnded },
                kinds: try AgencyKinds.all(view).all.map(\.name), people: people ?? 0)
        }
    }

    private func again(
        _ purpose: AgencyForm.Purpose, _ form: Fields, _ refusal: any Error, _ request: WebRequest
    ) async throws -> Answer {
        var agency: Agency?
        if case .act(_, let known) = purpose { agency = known }
        let choices = try await choices(request, of: agency)
        let page = AgencyForm(purpose, typed: form, choices: choices, refusal: refusal).page
        return .page(page).with(.unprocessableContent)
    }
}

extension Fields {
    /// An agency as it would be typed.
    fileprivate init(of agency: Agency) {
        self.init([
            ("name", agency.name), ("code", agency.details.code ?? ""),
            ("oid", agency.details.oid ?? ""), ("kind", agency.details.kind),
        ])
    }

    func filled(_ name: String) -> String? {
        self[name].isEmpty ? nil : String(self[name].prefix(200))
    }

    func day(_ name: String) throws(AgencyListRefusal) -> Day? {
        guard !self[name].isEmpty else { return nil }
        guard let day = Day(self[name]) ?? Day(rocText: self[name]) else { throw .dayMissing }
        return day
    }

    func requiredDay(_ name: String) throws(AgencyListRefusal) -> Day {
        guard let day = try day(name) else { throw .dayMissing }
        return day
    }

    func dating() throws(AgencyListRefusal) -> AgencyDating {
        AgencyDating(try requiredDay("on"), document: filled("document"))
    }
}

extension AgencyDesk.Entry {
    init(_ form: Fields, superior: AgencyID) throws {
        self.init(
            try AgencyDetails(
                name: form["name"], code: form["code"], oid: form["oid"], kind: form["kind"]),
            under: AgencyID(form["superior"]) ?? superior,
            founding: try form.day("on").map {
                AgencyDating($0, document: form.filled("document"))
            },
            isAnother: form.isTicked("isAnother"))
    }
}
