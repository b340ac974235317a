import Access
import Duties
import Exchange
import Kernel
import Registers
import Storage
import Web

/// A chapter of the plan as the programme runs it: its registers, its routes, its tables.
package struct Chapter: Sendable {
    /// The chapter's place in the plan, from 1 to 17.
    package let number: Int
    package let title: Term
    package let registers: [any RegisterOutline]
    /// How the chapter's registers prove duties of the law.
    package let proofs: [Proof]
    /// What of the chapter goes in and out of spreadsheets.
    package let exchanges: [any ExchangeOutline]
    package let routes: [Route]
    package let migrations: [Migration]
    /// The lists of the chapter whose records stand beside clauses of the plan.
    package let recordSources: [RecordSource]
    /// What of the chapter the search finds, its registers' rows first.
    package let searches: [SearchSource]
    /// The tables that the chapter gives to the papers of the programme.
    package let paperTables: [PaperTable]
    private let front: [NavigationItem]
    private let places: [NavigationItem]

    /// - Parameters:
    ///   - front: what stands in the menu before the registers.
    ///   - places: what stands in the menu behind the registers.
    ///   - exchanges: what goes in and out of spreadsheets beside the registers.
    ///   - routes: what the chapter answers beside the registers.
    ///   - records: lists beside the registers whose records stand beside clauses of the plan.
    ///   - papers: tables of the chapter's rows in the programme's papers.
    package init(
        number: Int, title: Term, registers: [any RegisterOutline],
        front: [NavigationItem] = [], places: [NavigationItem] = [],
        proofs: [Proof] = [], records: [RecordSource] = [], papers: [PaperTable] = [],
        exchanges: [any ExchangeOutline] = [], routes: [Route] = [],
        searches: [SearchSource] = [], migrations: [Migration]
    ) {
        self.number = number
        self.title = title
        self.registers = registers
        self.searches = registers.map(\.search) + searches
        self.front = front
        self.places = places
        self.proofs = proofs
        self.exchanges = registers.map(\.exchange) + exchanges
        self.routes = registers.flatMap(\.routes) + routes
        self.migrations = migrations
        paperTables = papers
        recordSources = registers.map(\.recordSource) + records
    }

    /// The places of the chapter in the menu.
    package var navigation: [NavigationItem] { front + registers.map(\.navigation) + places }
}

/// What the sum of chapters asks of each register, whatever its rows.
package protocol RegisterOutline: Sendable {
    var routes: [Route] { get }
    var navigation: NavigationItem { get }
    /// How programs see the register.
    var description: RegisterDescription { get }
    /// The register's records as they stand beside the clauses of the plan.
    var recordSource: RecordSource { get }
    /// How the search finds its rows.
    var search: SearchSource { get }
    /// The ways to add to it, one by one and by a spreadsheet, for those who may.
    var acts: [NavigationItem] { get }
    /// How the register goes in and out of spreadsheets.
    var exchange: any ExchangeOutline { get }
}

/// A register with its pages and its API.
package struct OutlinedRegister<Row: RegisterRow>: RegisterOutline {
    private let pages: RegisterPages<Row>
    private let api: RegisterAPI<Row>
    private let bulk: BulkPages<Row>
    private let past: PastExport<Row>
    private let desk: ExchangeDesk<Row>

    package init(door: Door) {
        let desk = RegisterDesk<Row>(door: door)
        pages = RegisterPages(desk: desk)
        api = RegisterAPI(desk: desk)
        bulk = BulkPages(desk: desk)
        past = PastExport(desk: desk)
        self.desk = ExchangeDesk(Exchange(Row.register), door: door)
    }

    package var routes: [Route] { pages.routes + api.routes + bulk.routes + past.routes }
    package var navigation: NavigationItem { pages.navigation }
    package var description: RegisterDescription { RegisterDescription(Row.register) }
    package var recordSource: RecordSource { RecordSource(Row.register) }
    package var exchange: any ExchangeOutline { desk }
}
