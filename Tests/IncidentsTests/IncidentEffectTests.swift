import Kernel
import Statute
import TestCity
import Testing

@testable import Incidents

/// What people tell, and the level that the table of the day makes of it (通報及應變辦法 §2).
@Suite struct IncidentEffectTests {
    typealias Case = (
        day: String, harms: [Harm: Extent], assets: Set<HarmedAsset>, core: Bool, level: Int,
        row: String
    )

    @Test(
        arguments: [
            ("2026-11-23", [.alteration: .slight], [], false, 1, "alteration.noncore.slight"),
            ("2026-11-23", [.alteration: .slight], [], true, 2, "alteration.core.slight"),
            ("2026-11-23", [.leak: .serious], [.core], false, 3, "leak.core.serious"),
            ("2026-11-23", [.leak: .slight], [.secret], true, 3, "leak.secret.slight"),
            ("2026-11-23", [.leak: .slight], [.state], false, 4, "leak.state"),
            ("2026-11-23", [.interruption: .beyond], [], true, 3, "interruption.core.beyond"),
            (
                "2026-11-23", [.interruption: .within], [.secret], false, 1,
                "interruption.noncore.within"
            ),
            (
                "2026-11-23", [.leak: .slight, .interruption: .beyond], [], true, 3,
                "interruption.core.beyond"
            ),
            ("2025-06-02", [.leak: .slight], [.sensitive], false, 3, "leak.secret.slight"),
            ("2026-11-23", [.leak: .slight], [.sensitive], false, 1, "leak.noncore.slight"),
        ] as [Case])
    func `the table of the day decides`(_ given: Case) async throws {
        let law = try Law.bundled()
        let day = try #require(Day(given.day))
        let effect = IncidentEffect(extents: given.harms, assets: given.assets)

        let verdict = try law.severity(
            of: effect.facts(coreSystem: given.core, by: law, on: day), on: day)

        #expect(verdict.level.rawValue == given.level)
        #expect(verdict.decidedBy.rule.id == given.row)
    }

    @Test func `an extent that does not suit the harm is none`() {
        #expect(IncidentEffect(extents: [.leak: .beyond, .interruption: .slight]).extents == [:])
    }

    @Test func `sensitive information is offered only where the edition speaks of it`() throws {
        let law = try Law.bundled()

        #expect(law.weightyAssets(on: Day("2025-06-02")!).contains(.sensitive))
        #expect(!law.weightyAssets(on: Day("2026-11-23")!).contains(.sensitive))
    }
}
