import Access
import Agencies
import Duties
import Evidence
import Exchange
import Incidents
import Inventory
import Ledger
import Outline
import Plan
import Statute
import Storage
import Systems
import Tasks
import Team

extension Programme {
    /// The chapters in the plan's order.
    static func chapters(_ door: Door, _ law: LawShelf) -> [Chapter] {
        [
            .agencies(door, law, panels: agencyPanels),
            .systems(door),
            .team(door),
            .inventory(door),
            .incidents(door, law),
        ]
    }

    /// The plan itself, with what the other chapters give to it.
    static func plan(
        _ door: Door, _ law: LawShelf, of chapters: [Chapter], _ standings: Standings,
        _ press: PaperPress, _ reading: @escaping PlanDesk.Reading
    ) -> Chapter {
        .plan(
            door, law,
            proven: PlanProvers(
                sources: chapters.flatMap(\.recordSources),
                duties: DutyDesk(door: door, standings: standings)),
            tables: chapters.flatMap(\.paperTables), press: press, reading: reading)
    }

    /// What follows from changes, in the order in which it follows.
    static let effects: [Effect] = [
        .assetsFollowSystems, .openStockTakesNoteAssets, .assetChangesTellTheTeam,
        .peopleAreFound,
    ]

    /// Every table of the programme.
    package static let migrations: [Migration] = [
        History.migrations, SearchIndex.migrations, Migration.access, Migration.evidence,
        Migration.exchange,
        Migration.tasks, Migration.duties, Migration.law, Migration.agencies, Migration.systems,
        Migration.team,
        Migration.inventory, Migration.incidents, Migration.plan,
    ].flatMap { $0 }
}
