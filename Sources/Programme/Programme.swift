import Access
import Duties
import Evidence
import Exchange
import Kernel
import Outline
import Papers
import Plan
import Statute
import Storage
import Web

/// The sum of chapters on one database: what the site, the commands and the tests stand on.
package struct Programme: Sendable {
    package let door: Door
    package let signIn: SignIn
    package let sessions: Sessions
    package let tokens: Tokens
    /// The law in force, with the city's own files laid over it.
    package let law: LawShelf
    package let chapters: [Chapter]
    /// Where long imports wait for their turn.
    package let imports: ImportQueue
    /// How the duties of all agencies stand.
    package let standings: Standings
    /// Keeps the standings of the years that people work in.
    package let keeper: StandingKeeper

    /// - Parameter readPlan: waits for the reading of a plan's file, by default in a process of its
    ///   own.
    package init(
        database: any Database, time: TimeSource, hashing: PasswordHashing, law: LawShelf,
        rule: SignInRule = SignInRule(), imports: ImportQueue = ImportQueue(),
        press: PaperPress = PaperPress(Typesetter()),
        readPlan: @escaping @Sendable ([UInt8]) throws -> PlanReading = {
            try PlanFileReader().read($0)
        }
    ) {
        self.imports = imports
        self.law = law
        let judge = Judge(
            law: law,
            proofs: Self.chapters(Door(database: database, time: time), law).flatMap(\.proofs),
            facts: .list)
        standings = Standings(judge: judge)
        keeper = StandingKeeper(judge: judge)
        door = Door(database: database, time: time, effects: Self.effects + [keeper.effect])
        signIn = SignIn(
            database: database, door: door, hashing: hashing, throttle: SourceThrottle(),
            rule: rule)
        sessions = Sessions(database: database, rule: rule.session)
        tokens = Tokens(database: database, door: door)
        let others = Self.chapters(door, law)
        let plan = Self.plan(door, law, of: others, standings, press) { file in
            try await imports.sheets.read { try readPlan(file) }
        }
        chapters = [plan] + others
    }

    /// The lists of all chapters whose records prove clauses of the plan.
    package var recordSources: [RecordSource] { chapters.flatMap(\.recordSources) }

    /// Makes papers of the rows of all chapters.
    package var papers: PaperMaker {
        PaperMaker(shelf: PlanShelf(laws: law), tables: chapters.flatMap(\.paperTables))
    }
}

extension Programme {
    /// How the register with that word in its address goes in and out of spreadsheets.
    ///
    /// - Throws: `ExchangeRefusal.unknownRegister` with the words that there are.
    package func exchange(of path: String) throws -> any ExchangeOutline {
        let exchanges = chapters.flatMap(\.exchanges)
        guard let found = exchanges.first(where: { $0.path == path }) else {
            throw ExchangeRefusal.unknownRegister(path, known: exchanges.map(\.path))
        }
        return found
    }
}

extension Programme {
    /// What people can do with duties.
    package var duties: DutyDesk { DutyDesk(door: door, standings: standings) }

    /// What people can do with the law itself.
    package var lawDesk: LawDesk { LawDesk(door: door, standings: standings) }

    /// Lays what the city keeps of the law in the database over its files.
    package func readLaw(_ database: any Database) async throws {
        try await database.read { [law] in try law.bringUpToDate($0) }
    }

    /// What is to be done once a day and after a start: the standings of the year, as of today.
    ///
    /// - Returns: the years that were counted anew.
    @discardableResult
    package func keepUpToDate() async throws -> [ROCYear] {
        try await Person.findAll(door)
        return try await keeper.keepUpToDate(door)
    }

    /// Clears away files of evidence that no entry names and that are a day old, and those of as long
    /// ago that wait for a form.
    ///
    /// - Returns: how many.
    package func sweep() async throws -> Int {
        let console = try await door.console("sweep", inAgencyWithCode: nil)
        let now = try await door.read(by: console) { $0.now }
        try await HeldFiles(door: door, needs: .manageAgencies).clear(by: console)
        return try await ContentSweep(door: door).run(
            before: now.adding(hours: -24), by: console)
    }
}
