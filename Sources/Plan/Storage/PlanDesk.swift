import Access
import Foundation
import Kernel
import Ledger
import Papers
import Storage

/// What can be done with the city's plan: lay in a version, and read them.
///
/// Only the city edits the city's text; every agency reads it.
package struct PlanDesk: Sendable {
    let door: Door
    let shelf: PlanShelf

    package init(door: Door, shelf: PlanShelf) {
        self.door = door
        self.shelf = shelf
    }

    /// Lays in the plan that comes with this release.
    package func adoptTemplate(effectiveFrom day: Day, by caller: Caller) async throws
        -> PlanVersion
    {
        var document = try shelf.template
        document.issuer = CityName(of: caller.agencyName).city ?? ""
        return try await add(document, .template, fileName: nil, from: day, by: caller)
    }

    /// Lays in a plan read from a file; only its text is kept, as a tree.
    ///
    /// - Throws: `PlanRefusal` where the file is no plan.
    package func importPlan(
        _ file: [UInt8], named name: String, effectiveFrom day: Day, by caller: Caller
    ) async throws -> (PlanVersion, [PlanReading.Note]) {
        let reading = try PlanReader().read(file)
        let version = try await add(
            reading.document, .file, fileName: name, from: day, by: caller)
        return (version, reading.notes)
    }

    private func add(
        _ document: Document, _ source: PlanVersion.Source, fileName: String?, from day: Day,
        by caller: Caller
    ) async throws -> PlanVersion {
        guard caller.isOfCity else { throw PlanChangeRefusal.cityOnly }
        let tree = document.canonical.bytes
        let clauses = document.chapters.placed.count
        return try await door.change(.addPlan, in: caller.agency, needs: .editPlan, by: caller) {
            change in
            let digest = Digest(of: tree)
            let latest = try PlanVersion.latest(change.view)
            guard latest?.digest != digest else { throw PlanChangeRefusal.sameText }
            try change.view.session.execute(
                """
                INSERT INTO planText (digest, tree)
                VALUES (\(digest), \(String(decoding: tree, as: UTF8.self)))
                ON CONFLICT (digest) DO NOTHING
                """)
            let version = PlanVersion(
                id: PlanVersionID(at: change.now), agencyID: change.agency, version: 1,
                ordinal: (latest?.ordinal ?? 0) + 1, title: document.fullTitle,
                edition: document.edition, issued: document.issued, effectiveFrom: day,
                source: source, fileName: fileName, clauses: clauses, digest: digest,
                addedAt: change.now)
            try change.insert(version)
            return version
        }
    }
}

extension Verb {
    static let addPlan = Verb("planVersion.add", Term("新增計畫版本", en: "added a version of the plan"))
}

/// Why a version of the plan cannot be laid in.
package enum PlanChangeRefusal: Refusal, Hashable {
    case cityOnly
    case sameText
    case noSuchVersion

    package var kind: RefusalKind {
        switch self {
        case .cityOnly: .forbidden
        case .sameText: .conflict
        case .noSuchVersion: .notFound
        }
    }

    package var code: String {
        switch self {
        case .cityOnly: "plan.city_only"
        case .sameText: "plan.same_text"
        case .noSuchVersion: "plan.no_such_version"
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
        }
    }
}
