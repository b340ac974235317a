import Kernel
import Ledger
import Storage
import Synchronization
import TestEngines

@testable import Access

/// A clock that moves only when a test says so. It begins on a Monday at 09:00 in Taipei.
final class VirtualClock: Sendable {
    private let moment = Mutex(Instant(microseconds: 1_795_395_600_000_000))

    var now: Instant { moment.withLock(\.self) }
    var source: TimeSource { TimeSource { self.now } }

    func advance(minutes: Int = 0, seconds: Int64 = 0) {
        moment.withLock { $0 = $0.adding(minutes: minutes).adding(seconds: seconds) }
    }

    func advance(days: Int) { advance(minutes: days * 24 * 60) }
}

/// A city with two bureaus and a school under one of them, and people who sign in.
struct SmallCity: Sendable {
    let clock = VirtualClock()
    let database: any Database
    let door: Door
    let signIn: SignIn
    let city: Agency
    let education: Agency
    let school: Agency
    let works: Agency
    let machine: Caller

    static let password = "three small boats at dawn"

    init(_ engine: TestEngine, rule: SignInRule = SignInRule()) async throws {
        database = try await engine.fresh(Migration.access + History.migrations)
        door = Door(database: database, time: clock.source)
        let cheap = HashingCost(memoryKiB: 64, passes: 1)
        signIn = SignIn(
            database: database, door: door, hashing: try PasswordHashing(cost: cheap),
            throttle: SourceThrottle(), rule: rule)
        let agencies = AgencyTree(door: door)
        city = try await agencies.found(
            AgencyDetails(name: "海城市政府", code: "A00", kind: "市府"), by: "root", at: clock.now)
        let machine = Caller.console("root", in: city)
        self.machine = machine
        func add(_ name: String, _ code: String, _ superior: Agency) async throws -> Agency {
            try await agencies.add(
                AgencyDetails(name: name, code: code, kind: "機關"), under: superior.id, by: machine)
        }
        education = try await add("教育局", "B10", city)
        school = try await add("第一國小", "S11", education)
        works = try await add("工務局", "B20", city)
    }

    var people: People { People(door: door) }
    var agencies: AgencyTree { AgencyTree(door: door) }
    var sessions: Sessions { signIn.sessions }
    var delegation: Delegation { Delegation(door: door) }
    var invitations: Invitations { Invitations(signIn: signIn) }
    var tokens: Tokens { Tokens(database: database, door: door) }

    func term(_ from: Int = 0, _ until: Int? = nil) throws -> DatedTerm {
        let today = clock.now.day
        return try DatedTerm(
            from: today.adding(days: from), until: until.map { today.adding(days: $0) })
    }

    /// Somebody with `roles` at `agency`, and a password.
    func person(
        _ name: String, _ account: String, _ roles: [Role] = [.officer], at agency: Agency
    ) async throws -> Person {
        let details = try PersonDetails(name: name, account: AccountName(account))
        let person = try await people.add(details, to: agency.id, by: machine)
        for role in roles {
            _ = try await people.appoint(
                person.id, as: role, in: agency.id, during: try term(), by: machine)
        }
        let hash = try await signIn.hashing.hash(Password(Self.password))
        let now = clock.now
        try await database.write { session in
            try session.execute(
                """
                INSERT INTO password (personID, setAt, hash)
                VALUES (\(person.id), \(now), \(hash))
                """)
        }
        return person
    }

    func enter(
        _ account: String, _ password: String = SmallCity.password,
        from address: String = "192.0.2.7",
        replacing old: SessionToken? = nil
    ) async throws -> SessionToken {
        try await signIn.enter(
            account: account, password: Password(password), from: visitor(address),
            replacing: old, now: clock.now)
    }

    func visitor(_ address: String = "192.0.2.7") -> Visitor {
        Visitor(source: Source(address: address), device: "Firefox")
    }

    func caller(_ token: SessionToken) async throws -> Caller? {
        try await sessions.caller(for: token, now: clock.now)
    }

    /// The caller that a fresh sign-in of `account` gives.
    func caller(of account: String) async throws -> Caller {
        guard let caller = try await caller(enter(account)) else { throw SignInRefusal.wrong }
        return caller
    }
}
