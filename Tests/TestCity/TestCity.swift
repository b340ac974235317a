import Access
import Exchange
import Kernel
import Papers
import Programme
import Registers
import Sheets
import Statute
import Storage
import Systems
import TestEngines

/// A small city on a fresh database: one city, two bureaus, four schools, every role.
///
/// The roles are held in the first bureau, so that there is a parent (the city), a child (a school
/// under it), a sibling (the other bureau) and a stranger (a school under the other bureau). The
/// roles of the city are held at the city. Each agency has one system in use.
package struct TestCity: Sendable {
    package let clock: TestClock
    package let database: CountingDatabase
    package let programme: Programme
    package let agencies: [Place: Agency]
    package let systems: [Place: InformationSystem]

    /// Where an agency stands as seen from the first bureau.
    package enum Place: String, CaseIterable, Sendable {
        case parent = "資訊局"
        case own = "教育局"
        case sibling = "衛生局"
        case child = "第一國小"
        case secondChild = "第二國小"
        case none = "第三國小"
        case secondNone = "第四國小"

        var superior: Place? {
            switch self {
            case .parent: nil
            case .own, .sibling: .parent
            case .child, .secondChild: .own
            case .none, .secondNone: .sibling
            }
        }
    }

    package init(
        on engine: TestEngine = .sqlite, migrations: [Migration] = []
    ) async throws {
        clock = TestClock()
        database = CountingDatabase(try await engine.fresh(Programme.migrations + migrations))
        programme = Programme(
            database: database, time: clock.source,
            hashing: try PasswordHashing(cost: HashingCost(memoryKiB: 64, passes: 1)),
            law: LawShelf(try Self.bundledLaw.get()),
            rule: SignInRule(accepted: [[.password], [.demonstration]]),
            imports: ImportQueue(
                sheets: SheetDesk { file, tell in try SheetFile(file).read(tell) }),
            readPlan: { file in try PlanReader().read(file) })
        let door = programme.door
        agencies = try await Self.found(door, at: clock.now)
        try await Self.appoint(agencies, door, on: clock.now.day)
        systems = try await Self.addSystems(agencies, door, at: clock.now)
    }

    /// Read once for all tests.
    private static let bundledLaw = Result { try Law.bundled() }

    package var door: Door { programme.door }

    package func agency(_ place: Place) -> Agency {
        agencies[place]!
    }

    package func system(_ place: Place) -> InformationSystem {
        systems[place]!
    }

    /// Where people hold `role`.
    package static func seat(of role: Role) -> Place {
        role == .city || role == .operator ? .parent : .own
    }

    /// Signs in whoever holds `role` and says who they are then.
    package func caller(_ role: Role, in place: Place? = nil) async throws -> Caller {
        let token = try await token(role, in: place)
        guard let caller = try await programme.sessions.caller(for: token, now: clock.now) else {
            throw SignInRefusal.wrong
        }
        return caller
    }

    /// The session of whoever holds `role`.
    package func token(_ role: Role, in place: Place? = nil) async throws -> SessionToken {
        let account = try AccountName(Self.account(role, in: place ?? Self.seat(of: role)))
        let visitor = Visitor(source: Source(address: "127.0.0.1"), device: "test")
        return try await programme.signIn.demonstrate(as: account, from: visitor, now: clock.now)
    }

    /// The machine itself, at the city.
    package var console: Caller { .console("tester", in: agency(.parent)) }

    static func account(_ role: Role, in place: Place) -> String {
        let word =
            switch place {
            case .parent: "city"
            case .own: "own"
            case .sibling: "sibling"
            case .child: "child"
            case .secondChild: "child2"
            case .none: "none"
            case .secondNone: "none2"
            }
        return "\(role.rawValue.lowercased()).\(word)"
    }
}
