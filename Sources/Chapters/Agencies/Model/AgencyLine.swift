import Access
import Kernel
import Registers
import Statute
import Storage

/// An agency as a line of a spreadsheet: what the city's list of organisations holds today.
struct AgencyLine: Hashable, Sendable {
    let head: RowHead
    let code: String?
    let name: String
    let kind: String
    let superior: String?
    let oid: String?
    let decision: Decision
    let dating: Dating
    var contact = Contact()

    /// The level in force and the letter that decided it.
    struct Decision: Hashable, Sendable {
        var level: Level?
        var on: Day?
        var document: String?
    }

    /// Since when name, kind and superior are what they are.
    struct Dating: Hashable, Sendable {
        var on: Day?
        var document: String?
    }

    /// Whom to call; the agency itself keeps that, so it is told and never taken.
    struct Contact: Hashable, Sendable {
        var name: String?
        var phone: String?
        var email: String?
    }

    var id: AgencyID { AgencyID(head.uuid) }

    var details: AgencyDetails {
        get throws(AgencyRefusal) {
            try AgencyDetails(name: name, code: code, oid: oid, kind: kind)
        }
    }

    static func make(
        _ head: RowHead, _ code: String?, _ name: String, _ kind: String, _ superior: String?,
        _ oid: String?, _ level: Level?, _ decidedOn: Day?, _ decision: String?,
        _ changedOn: Day?, _ document: String?
    ) -> AgencyLine {
        AgencyLine(
            head: head, code: code, name: name, kind: kind, superior: superior, oid: oid,
            decision: Decision(level: level, on: decidedOn, document: decision),
            dating: Dating(on: changedOn, document: document))
    }

    static let columns = Columns<AgencyLine>(
        identity: ["code"], otherwise: ["name"], make: make,
        Field(
            "code", \.code, Term("機關代碼", en: "Code"),
            FieldTraits(aliases: ["代碼", "機關代號", "學校代碼", "單位代碼"], searched: true),
            rules: .atMost(40)),
        Field(
            "name", \.name, Term("機關名稱", en: "Name"),
            FieldTraits(
                aliases: ["名稱", "機關", "學校名稱", "機關（學校）名稱", "機關學校名稱", "單位名稱"],
                searched: true), rules: .atMost(100)),
        Field(
            "kind", \.kind, Term("機關類別", en: "Kind"),
            FieldTraits(aliases: ["類別", "機關層級", "學制"], filtered: true), rules: .atMost(40)),
        Field(
            "superior", \.superior, Term("上級機關", en: "Superior"),
            FieldTraits(aliases: ["主管機關", "隸屬機關", "上級機關名稱"]), rules: .atMost(100)),
        Field(
            "oid", \.oid, Term("OID", en: "OID"),
            FieldTraits(aliases: ["機關OID", "物件識別碼", "物件識別碼(OID)"]), rules: .atMost(100)),
        Field(
            "level", \.decision.level, Term("責任等級", en: "Level"),
            FieldTraits(aliases: ["資通安全責任等級", "資安責任等級", "等級"], filtered: true)),
        Field(
            "decidedOn", \.decision.on, Term("核定日期", en: "Decided on"),
            FieldTraits(aliases: ["等級核定日期"])),
        Field(
            "decision", \.decision.document, Term("核定文號", en: "Document"),
            FieldTraits(aliases: ["等級核定文號"]), rules: .atMost(100)),
        Field(
            "changedOn", \.dating.on, Term("異動生效日", en: "Changed on"),
            FieldTraits(aliases: ["生效日", "異動日期", "改名生效日", "成立日期"])),
        Field(
            "document", \.dating.document, Term("異動文號", en: "Letter of the change"),
            FieldTraits(aliases: ["改名文號"]), rules: .atMost(100)),
        derived: [
            .derived(Field("windowName", \.contact.name, Term("資安窗口", en: "Contact"))),
            .derived(Field("windowPhone", \.contact.phone, Term("窗口電話", en: "Phone"))),
            .derived(Field("windowEmail", \.contact.email, Term("窗口Email", en: "Email"))),
        ])
}

extension Level: Choice {}

extension AgencyLine {
    /// The agencies that stood on `day`, or stand today, `top` and those under it, by code and name;
    /// whom to call is known of today only.
    static func all(
        under top: Caller, on day: Day? = nil, _ view: View
    ) throws -> [AgencyLine] {
        let today = view.now.day
        let day = min(day ?? today, today)
        let reach = Reach.subtree(path: top.agencyPath)
        let periods = try periods(on: day, in: reach, view)
        let known = day == today ? try AgencyContacts.all(in: reach, view) : []
        let contacts = Dictionary(known.map { ($0.agencyID, $0.window) }) { $1 }
        return try AgencyOnDay.all(on: day, in: reach, view)
            .filter { day < today || !$0.hasEnded }
            .map { AgencyLine($0, periods[$0.id], contacts[$0.id]) }
    }

    private static func periods(
        on day: Day, in reach: Reach, _ view: View
    ) throws -> [AgencyID: (version: Int, dating: Dating)] {
        let rows: [(AgencyID, Int, Day, String?)] = try view.all(
            """
            SELECT agencyPeriod.agencyID, agency.version, agencyPeriod.fromOn,
              agencyPeriod.document
            FROM agencyPeriod JOIN agency ON agency.id = agencyPeriod.agencyID
            WHERE \(AgencyPeriod.holds(on: day))
              AND \(reach, covers: "agencyPeriod.agencyID")
            """
        ) { (try $0.next(), try $0.next(), try $0.next(), try $0.next()) }
        return Dictionary(
            rows.map { id, version, from, document in
                let on = from == AgencyPeriod.beforeRecords ? nil : from
                return (id, (version: version, dating: Dating(on: on, document: document)))
            }
        ) { $1 }
    }

    private init(
        _ agency: AgencyOnDay, _ period: (version: Int, dating: Dating)?,
        _ window: AgencyContacts.Contact?
    ) {
        self.init(
            head: RowHead(
                uuid: agency.id.uuid, agencyID: agency.id, version: period?.version ?? 1),
            code: agency.code, name: agency.name, kind: agency.kind,
            superior: agency.superiorName, oid: agency.oid,
            decision: Decision(
                level: agency.level?.level, on: agency.level?.decidedOn,
                document: agency.level?.document),
            dating: period?.dating ?? Dating(),
            contact: Contact(name: window?.name, phone: window?.phone, email: window?.email))
    }
}
