import Access
import Kernel
import Ledger
import Registers
import Storage

/// What was written down about one agency itself and its contacts, when and by whom, the newest
/// first; what holds from which day is told by its periods and decisions.
struct AgencyHistory: Sendable {
    let agency: Agency
    let events: [RowEvent]

    /// - Throws: `AgencyRefusal.unknown` out of the caller's reach.
    static func find(_ id: AgencyID, _ view: View) throws -> AgencyHistory {
        let agency = try Agency.findEvenEnded(id, view)
        let lines = try [Agency.kind, AgencyContacts.kind].flatMap { kind in
            try History.history(of: RecordID(kind: kind, uuid: id.uuid), in: view.session)
        }
        let superiors = Set(
            lines.flatMap { [$0.before, $0.after] }
                .compactMap { [String: JSONScalar](membersOf: $0)["parentID"]?.typed })
        let names: [(String, String)] = try view.all(
            """
            SELECT id, name FROM agency WHERE id IN \(list: superiors.compactMap { AgencyID($0) })
            """
        ) { (try $0.next(AgencyID.self).description, try $0.next()) }
        let named = Dictionary(names) { $1 }
        let newestFirst = lines.sorted {
            ($0.place.entry, $0.place.ordinal) > ($1.place.entry, $1.place.ordinal)
        }
        return AgencyHistory(
            agency: agency, events: newestFirst.map { RowEvent($0, superiors: named) })
    }
}

extension RowEvent {
    fileprivate init(_ line: HistoryLine, superiors: [String: String]) {
        let verb = Self.verbs.first { $0.name == line.verb }?.term
        self.init(
            line, verb: verb ?? Term("更動", en: "changed"),
            changes: line.before == nil ? [] : Self.changes(in: line, superiors))
    }

    private static func changes(
        in line: HistoryLine, _ superiors: [String: String]
    ) -> [FieldChange] {
        let old = [String: JSONScalar](membersOf: line.before)
        let new = [String: JSONScalar](membersOf: line.after)
        return fields.compactMap { kept, name, term in
            func words(_ fields: [String: JSONScalar]) -> Term {
                let text = fields[kept]?.typed ?? ""
                let said = superiors[text] ?? text
                return Term(Day(text)?.rocSlashes ?? said, en: said)
            }
            let (before, after) = (words(old), words(new))
            return before == after ? nil : FieldChange(name, term, before: before, after: after)
        }
    }

    private static let verbs = Verb.ofAccess + Verb.ofAgencies

    /// What the ledger keeps of an agency and of its contacts, as programs and people call it.
    private static let fields: [(kept: String, name: String, term: Term)] = [
        ("name", "name", Term("機關名稱", en: "Name")), ("kind", "kind", Term("機關類別", en: "Kind")),
        ("code", "code", Term("機關代碼", en: "Code")), ("oid", "oid", Term("OID", en: "OID")),
        ("parentID", "superiorName", Term("上級機關", en: "Superior")),
        ("on", "on", Term("生效日", en: "From")),
        ("document", "document", Term("文號", en: "Document number")),
        ("windowName", "window.name", Term("資安窗口", en: "Contact")),
        ("windowPhone", "window.phone", Term("窗口電話", en: "Phone of the contact")),
        ("windowEmail", "window.email", Term("窗口Email", en: "Email of the contact")),
        ("deputyName", "deputy.name", Term("代理人", en: "Deputy")),
        ("deputyPhone", "deputy.phone", Term("代理人電話", en: "Phone of the deputy")),
        ("deputyEmail", "deputy.email", Term("代理人Email", en: "Email of the deputy")),
        ("confirmedOn", "confirmedOn", Term("最近確認", en: "Confirmed on")),
    ]
}
