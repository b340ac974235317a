import Access
import Agencies
import Duties
import Evidence
import Foundation
import HTML
import Incidents
import Inventory
import Kernel
import Ledger
import Plan
import Registers
import Systems
import Team
import Web

/// Where the records of one kind are shown: what a receipt, or a line of what changed, leads to.
struct RecordPlace: Sendable {
    /// All of them.
    let list: Crumb
    let needs: Permission
    /// One of them; `nil` for a kind whose records have no page of their own.
    let one: (@Sendable (UUID) -> Path)?

    init(
        _ term: Term, _ list: Path, _ needs: Permission, one: (@Sendable (UUID) -> Path)? = nil
    ) {
        self.list = Crumb(term, list)
        self.needs = needs
        self.one = one
    }

    private init<Row: RegisterRow>(_ register: Register<Row>) {
        self.init(register.title, Path(register.path), register.see) { register.place($0) }
    }

    static let all: [RecordKind: RecordPlace] = {
        var all: [RecordKind: RecordPlace] = [
            StockTake.kind: RecordPlace(
                Term("年度盤點", en: "Stock-takes"), "/stock-takes", .seeAssets
            ) { Path("stock-takes", $0.hyphenated) },
            StockTakeItem.kind: RecordPlace(
                Term("盤點結果", en: "Results of stock-takes"), "/stock-takes", .seeAssets),
            AssetNotice.kind: RecordPlace(
                Term("變動通知", en: "Notices"), "/asset-notices", .seeAssets
            ) { Path("asset-notices", $0.hyphenated) },
            Incident.kind: RecordPlace(
                Term("資安事件", en: "Incidents"), "/incidents", .seeIncidents
            ) { Path("incidents", $0.hyphenated) },
            DutyDeclaration.kind: RecordPlace(
                Term("聲明", en: "Declarations"), "/duties", .seeDuties),
            DutyWaiver.kind: RecordPlace(Term("免辦", en: "Waivers"), "/duties", .seeDuties),
            LevelDecision.kind: RecordPlace(Term("責任等級", en: "Level"), "/duties", .seeDuties),
            AgencyContacts.kind: RecordPlace(
                Term("資安窗口", en: "Contacts"), "/incidents/contacts", .seeIncidents),
            PlanVersion.kind: RecordPlace(
                Term("計畫版本", en: "Versions of the plan"), "/plan/versions", .seePlan),
            CityDuty.kind: RecordPlace(
                Term("市府應辦事項", en: "Duties of the city"), LawPlace.cityDuties, .seeDuties),
            RuleConfirmation.kind: RecordPlace(
                Term("核對規則", en: "Rules compared"), LawPlace.list, .seeDuties),
            OfficeCalendar.kind: RecordPlace(
                Term("辦公日曆", en: "Office calendars"), LawPlace.calendars, .seeDuties),
            Appointment.kind: RecordPlace(
                Term("人員職務", en: "Posts of people"), "/people", .seePeople),
            Person.kind: RecordPlace(Term("人員", en: "People"), "/people", .seePeople) {
                Path("people", $0.hyphenated)
            },
        ]
        all[Asset.kind] = RecordPlace(Asset.register)
        all[AssetKind.kind] = RecordPlace(AssetKind.register)
        all[InformationSystem.kind] = RecordPlace(InformationSystem.register)
        all[Business.kind] = RecordPlace(Business.register)
        all[Circumstance.kind] = RecordPlace(Circumstance.register)
        all[TeamMember.kind] = RecordPlace(TeamMember.register)
        all[TeamGroup.kind] = RecordPlace(TeamGroup.register)
        all[CISOAppointment.kind] = RecordPlace(CISOAppointment.register)
        all[Certificate.kind] = RecordPlace(Certificate.register)
        all[PlanAddition.kind] = RecordPlace(PlanAddition.register)
        return all
    }()

    /// The page of a record: of the duty that it speaks of, where that has one; its own; else the list
    /// of its kind. `nil` for a kind that has no place.
    static func page(of record: RecordID, on duty: MeasureID?) -> Path? {
        guard let place = all[record.kind] else { return nil }
        if let duty { return Path("duties", duty.text) }
        return place.one?(record.uuid) ?? place.list.path
    }

    /// The kinds whose records the caller may look at.
    static func kinds(for caller: Caller) -> Set<RecordKind> {
        Set(all.filter { caller.may($0.value.needs) }.keys)
    }
}

/// What was received and kept for an agency: what was done, by whom, the number under which the
/// ledger can prove it, and the page that it is about.
struct Receipt: Sendable {
    let entry: HistoryEntry
    let path: Path

    /// The last acts of the agency on what the caller may see; accounts and keys are none of it.
    ///
    /// - Parameter known: the duties that have a page.
    static func last(
        _ most: Int, of agency: AgencyID, known: Set<MeasureID>, _ view: View
    ) throws -> [Receipt] {
        let kinds = RecordPlace.kinds(for: view.caller)
        return try History.entries(
            of: agency, on: kinds, except: Set(Verb.ofAccess.map(\.name)), limit: most,
            in: view.session
        ).compactMap { entry in place(of: entry, known).map { Receipt(entry: entry, path: $0) } }
    }

    /// The page of the one record, or of the duty that was spoken of; else the list.
    private static func place(of entry: HistoryEntry, _ known: Set<MeasureID>) -> Path? {
        guard entry.records == 1 else { return RecordPlace.all[entry.record.kind]?.list.path }
        let duty = ToldRecord(entry.after)?.duty
        return RecordPlace.page(
            of: entry.record, on: duty.flatMap { known.contains($0) ? $0 : nil })
    }
}

/// What the ledger keeps that names a record.
struct ToldRecord: Decodable {
    let name: String?
    let what: String?
    let title: String?
    private let dutyID: String?

    /// - Parameter text: the record as the ledger keeps it.
    init?(_ text: String?) {
        guard let text, let told = try? JSONDecoder().decode(Self.self, from: Data(text.utf8))
        else { return nil }
        self = told
    }

    /// The duty that it speaks of.
    var duty: MeasureID? { dutyID.map { MeasureID($0) } }
}
