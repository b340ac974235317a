import Foundation
import Kernel
import Ledger
import Storage

/// The only way to read or change the programme. Chapters hold a Door, never a database.
///
/// A change checks who asks, runs its body, writes rows with their history, runs the effects,
/// appends one entry to the ledger, and commits: all in one transaction, or nothing.
package struct Door: Sendable {
    private let database: any Database
    private let time: TimeSource
    private let effects: [Effect]

    package init(database: any Database, time: TimeSource, effects: [Effect] = []) {
        self.database = database
        self.time = time
        self.effects = effects
    }

    /// The folder beside the data where large files are kept; `nil` where they are kept in it.
    package var fileFolder: String? { database.fileFolder }

    package func read<T: Sendable>(
        by caller: Caller, _ body: @escaping @Sendable (View) throws -> T
    ) async throws -> T {
        let now = time.now()
        let commits = database.commits
        return try await database.read { session in
            try body(View(caller: caller, now: now, session: session, commits: commits))
        }
    }

    /// The count that answers of now are remembered with (`Recollection`).
    package var commits: Int? { database.commits }

    /// Looks up who is to act, before there is a caller.
    func look<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await database.read(body)
    }

    /// Makes one change in `agency`.
    ///
    /// - Throws: `ChangeRefusal.notFound` when the agency is out of the caller's reach,
    ///   `.notAllowed` when a role does not give `permission`; `DoorFault.nothingRecorded` when the
    ///   body wrote no line.
    package func change<T: Sendable>(
        _ verb: Verb, in agency: AgencyID, needs permission: Permission, by caller: Caller,
        _ body: @escaping @Sendable (Change) throws -> T
    ) async throws -> T {
        let now = time.now()
        return try await database.write { session in
            let view = View(caller: caller, now: now, session: session)
            try check(permission, in: agency, view)
            return try make(verb, in: agency, view, body)
        }
    }

    /// Makes one change at most once: the same key again gives the first answer.
    package func change<T: Codable & Sendable>(
        _ verb: Verb, in agency: AgencyID, needs permission: Permission, by caller: Caller,
        once key: IdempotencyKey?, _ body: @escaping @Sendable (Change) throws -> T
    ) async throws -> T {
        let now = time.now()
        return try await database.write { session in
            let view = View(caller: caller, now: now, session: session)
            try check(permission, in: agency, view)
            let made = try key.flatMap { try MadeChange.find($0, in: agency, view) }
            if let made { return try made.answer(as: T.self) }
            let answer = try make(verb, in: agency, view, body)
            if let key { try MadeChange.keep(answer, under: key, in: agency, view) }
            return answer
        }
    }

    /// Writes what is no part of the programme's history, such as an upload under way or a choice to
    /// be remembered. It makes no entry in the ledger.
    package func keep<T: Sendable>(
        needs permission: Permission, by caller: Caller,
        _ body: @escaping @Sendable (View) throws -> T
    ) async throws -> T {
        let now = time.now()
        return try await database.write { session in
            let view = View(caller: caller, now: now, session: session)
            try check(permission, in: caller.agency, view)
            return try body(view)
        }
    }

    /// Writes what follows from records anew, as a job of the service does after midnight.
    ///
    /// Only tables that could be filled again from the records are written, so there is no entry.
    @discardableResult
    package func derive<T: Sendable>(
        for job: String, _ body: @escaping @Sendable (View) throws -> T
    ) async throws -> T? {
        let now = time.now()
        return try await database.write { session in
            guard let city = try Agency.city(session) else { return nil }
            return try body(View(caller: .job(job, in: city), now: now, session: session))
        }
    }

    private func make<T>(
        _ verb: Verb, in agency: AgencyID, _ view: View, _ body: (Change) throws -> T
    ) throws -> T {
        let change = Change(view: view, agency: agency)
        let answer = try body(change)
        for effect in effects { try effect.run(change) }
        guard !change.lines.isEmpty else {
            if change.sawNothingNew { return answer }
            throw DoorFault.nothingRecorded(verb.name)
        }
        let entry = NewEntry(
            at: view.now, author: view.caller.author, verb: verb.name, agency: agency,
            lines: change.lines)
        try LedgerWriter.append(entry, to: view.session)
        return answer
    }

    private func check(_ permission: Permission, in agency: AgencyID, _ view: View) throws {
        let caller = view.caller
        switch caller.kind {
        case .console, .job: return
        case .person, .token: break
        }
        if agency != caller.agency {
            let reach = caller.reach(.open)
            let found = try view.value(
                "SELECT 1 FROM agency WHERE id = \(agency) AND \(reach, covers: "agency.id")",
                as: Int.self)
            guard found != nil else { throw ChangeRefusal.notFound }
            guard permission.reachesDown else { throw ChangeRefusal.notAllowed(permission) }
        }
        guard caller.may(permission) else { throw ChangeRefusal.notAllowed(permission) }
    }
}

/// What follows from changes in the same transaction: standings, messages, other registers' rows.
///
/// Effects run before the entry is written, so that the rows they change have their lines in it.
package struct Effect: Sendable {
    let run: @Sendable (Change) throws -> Void

    /// Runs `body` after each change, whatever it touched.
    package init(_ body: @escaping @Sendable (Change, [Line]) throws -> Void) {
        run = { change in try body(change, change.lines) }
    }

    /// Runs `body` after each change that touched a record of `kinds`.
    package init(
        on kinds: Set<RecordKind>, _ body: @escaping @Sendable (Change, [Line]) throws -> Void
    ) {
        run = { change in
            guard !kinds.isDisjoint(with: change.kinds) else { return }
            let isAll = change.kinds.isSubset(of: kinds)
            try body(
                change,
                isAll ? change.lines : change.lines.filter { kinds.contains($0.record.kind) })
        }
    }
}

/// What a mistake in a chapter looks like.
package enum DoorFault: Error, Equatable {
    /// A change wrote nothing to the ledger.
    case nothingRecorded(String)
}
