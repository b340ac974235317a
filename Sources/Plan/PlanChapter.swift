import Access
import Kernel
import Outline
import Registers
import Statute
import Storage
import Web

extension Chapter {
    /// The plan itself: its pages, its versions, and the clauses that agencies add.
    ///
    /// - Parameters:
    ///   - provers: what tells whether clauses are carried out.
    ///   - tables: the tables of all chapters, of which papers are made.
    ///   - reading: reads the plans that people send.
    package static func plan(
        _ door: Door, _ laws: LawShelf, proven provers: PlanProvers, tables: [PaperTable],
        press: PaperPress, reading: @escaping PlanDesk.Reading
    ) -> Chapter {
        let desk = PlanDesk(door: door, shelf: PlanShelf(laws: laws), reading: reading)
        let own = [versions, RecordSource(PlanAddition.register)]
        let provers = PlanProvers(
            sources: provers.sources + own, duties: provers.duties)
        let maker = PaperMaker(shelf: desk.shelf, tables: tables)
        return Chapter(
            number: 1,
            title: Term("資通安全維護計畫", en: "The plan"),
            registers: [OutlinedRegister<PlanAddition>(door: door)],
            front: [
                NavigationItem(Term("維護計畫", en: "The plan"), "/plan", .needs(.seePlan)),
                NavigationItem(Term("文件", en: "Papers"), "/papers", .needs(.seePlan)),
            ],
            records: [versions],
            routes: PlanRoutes(desk: desk, provers: provers).routes
                + PlanVersionRoutes(desk: desk).routes
                + PaperRoutes(desk: desk, maker: maker, press: press).routes,
            searches: [.clauses(desk.shelf)], migrations: Migration.plan)
    }

    /// The versions of the city's text; they are the same for every agency.
    private static let versions = RecordSource(
        "plan-versions", Term("計畫版本", en: "Versions of the plan"), at: "/plan/versions",
        see: .seePlan
    ) { _, _, _ in
        """
        SELECT count(*) FROM planVersion JOIN agency ON agency.id = planVersion.agencyID
        WHERE agency.parentID IS NULL
        """
    }
}
