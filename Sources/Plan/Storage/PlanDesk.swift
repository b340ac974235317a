import Access
import Agencies
import Foundation
import Kernel
import Ledger
import Papers
import Storage

/// What can be done with the plan: lay in a version, take it back.
///
/// Only the city edits the city's text; an agency may lay in one of its own.
package struct PlanDesk: Sendable {
    /// Reads a plan's file.
    package typealias Reading = @Sendable (_ file: [UInt8]) async throws -> PlanReading

    let door: Door
    let shelf: PlanShelf
    private let reading: Reading

    /// - Parameter reading: here and now by default, for files of who sits at the machine.
    package init(
        door: Door, shelf: PlanShelf,
        reading: @escaping Reading = { file in try PlanReader().read(file) }
    ) {
        self.door = door
        self.shelf = shelf
        self.reading = reading
    }

    /// Lays in the plan that comes with this release as the city's.
    package func adoptTemplate(effectiveFrom day: Day, by caller: Caller) async throws
        -> PlanVersion
    {
        guard caller.isOfCity else { throw PlanChangeRefusal.cityOnly }
        var document = try shelf.template
        document.issuer = CityName(of: caller.agencyName).city ?? ""
        return try await add(document, .template, fileName: nil, from: day, by: caller)
    }

    /// Lays in a plan read from a file, for the city as its next version, for an agency as a text
    /// of its own. Only the text is kept, as a tree.
    ///
    /// - Throws: `PlanRefusal` where the file is no plan.
    package func importPlan(
        _ file: [UInt8], named name: String, effectiveFrom day: Day, by caller: Caller
    ) async throws -> PlanImport {
        let reading = try await reading(file)
        let version = try await add(
            reading.document, .file, fileName: name, from: day, by: caller)
        let citations = shelf.citations(
            in: reading.document, digest: version.digest, on: max(day, version.addedAt.day))
        return PlanImport(
            version: version, chapters: reading.document.chapterList.count, notes: reading.notes,
            citations: reading.document.citedPlaces(citations))
    }

    private func add(
        _ document: Document, _ source: PlanVersion.Source, fileName: String?, from day: Day,
        by caller: Caller
    ) async throws -> PlanVersion {
        let tree = document.canonical.bytes
        let clauses = document.chapters.placed.count
        return try await door.change(.addPlan, in: caller.agency, needs: .editPlan, by: caller) {
            change in
            let digest = Digest(of: tree)
            let known = try PlanVersion.all(of: PlanOwner(caller), change.view)
            guard known.first(where: { $0.withdrawnAt == nil })?.digest != digest else {
                throw PlanChangeRefusal.sameText
            }
            try change.view.session.execute(
                """
                INSERT INTO planText (digest, tree)
                VALUES (\(digest), \(String(decoding: tree, as: UTF8.self)))
                ON CONFLICT (digest) DO NOTHING
                """)
            let version = PlanVersion(
                id: PlanVersionID(at: change.now), agencyID: change.agency, version: 1,
                ordinal: (known.first?.ordinal ?? 0) + 1, title: document.nameOfPlan,
                edition: document.edition, issued: document.issued, effectiveFrom: day,
                source: source, fileName: fileName, clauses: clauses, digest: digest,
                addedAt: change.now)
            try change.insert(version)
            return version
        }
    }

    /// Takes a version back, so that the one before holds again; or puts it back.
    ///
    /// - Throws: `PlanChangeRefusal.noSuchVersion` out of reach; `.cityOnly` for the city's version
    ///   by anybody else.
    package func withdraw(
        _ id: PlanVersionID, _ isWithdrawn: Bool = true, by caller: Caller
    ) async throws {
        let verb: Verb = isWithdrawn ? .withdrawPlan : .restorePlan
        try await door.change(verb, in: caller.agency, needs: .editPlan, by: caller) { change in
            let old = try PlanVersion.find(id, change.view)
            guard old.agencyID == change.agency else { throw PlanChangeRefusal.cityOnly }
            var new = old
            new.withdrawnAt = isWithdrawn ? old.withdrawnAt ?? change.now : nil
            try change.update(new, from: old)
        }
    }
}

/// What came of laying in a plan's file: the version, what its reader noticed, and what it cites.
package struct PlanImport: Sendable {
    package let version: PlanVersion
    package let chapters: Int
    package let notes: [PlanReading.Note]
    /// Every citation, and where it stands in the law in force.
    package let citations: [CitedPlace]

    package var stale: [CitedPlace] { citations.filter { !$0.citation.isCurrent } }
}

extension Verb {
    package static let ofPlan: [Verb] = [.addPlan, .withdrawPlan, .restorePlan]

    static let addPlan = Verb("planVersion.add", Term("新增計畫版本", en: "added a version of the plan"))
    static let withdrawPlan = Verb(
        "planVersion.withdraw", Term("撤回計畫版本", en: "took back a version of the plan"))
    static let restorePlan = Verb(
        "planVersion.restore", Term("恢復計畫版本", en: "put back a version of the plan"))
}

extension Document {
    /// The title on its cover; what every plan is called where the file has no cover.
    fileprivate var nameOfPlan: String { fullTitle.isEmpty ? "資通安全維護計畫" : fullTitle }
}
