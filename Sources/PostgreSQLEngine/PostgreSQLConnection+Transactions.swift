import Storage

extension PostgreSQLConnection {
    /// Refuses a server that could lose or misread what is given to it.
    func beSuitable() throws {
        let settings = try PostgreSQLSession(self).all(
            """
            SELECT name, setting FROM pg_settings
            WHERE name IN (
              'server_version_num', 'server_encoding', 'standard_conforming_strings',
              'synchronous_commit')
            """
        ) { row in (try row.next(String.self), try row.next(String.self)) }
        for (name, value) in settings {
            switch name {
            case "server_version_num" where Int(value) ?? 0 < 150_000:
                throw StorageRefusal.unsuitable("PostgreSQL \(value) < 15")
            case "server_encoding" where value != "UTF8",
                "standard_conforming_strings" where value != "on":
                throw StorageRefusal.unsuitable("\(name) = \(value)")
            case "synchronous_commit" where value == "off":
                throw StorageRefusal.notDurable(setting: "synchronous_commit = off")
            default: continue
            }
        }
    }

    /// Runs the changes of `batch` while no other process of the cluster writes, and commits them
    /// together.
    func commit(_ batch: ChangeBatch) throws {
        try retryable { _ = try command("SELECT pg_advisory_lock(\(Self.writersLock))") }
        defer { finish("SELECT pg_advisory_unlock(\(Self.writersLock))") }
        try transaction("BEGIN READ WRITE") {
            try batch.run { body in
                try batch.isSingle ? attemptAlone(body) : attempt(body)
            }
        }
    }

    /// The letters "chengdun" as one number.
    private static let writersLock = 0x6368_656E_6764_756E

    /// Runs the only change of a transaction, which ends with it.
    private func attemptAlone(_ body: (any Session) throws -> Void) throws {
        let session = PostgreSQLSession(self)
        do {
            try body(session)
            try session.checkUnbroken()
        } catch {
            throw TransactionEnded(error)
        }
    }

    /// Runs one change of several, and undoes what it has done when it fails.
    private func attempt(_ body: (any Session) throws -> Void) throws {
        let session = PostgreSQLSession(self)
        do {
            try command("SAVEPOINT change")
            try body(session)
            try session.checkUnbroken()
            try command("RELEASE SAVEPOINT change")
        } catch {
            do {
                try command("ROLLBACK TO SAVEPOINT change; RELEASE SAVEPOINT change")
            } catch let end {
                throw TransactionEnded(end)
            }
            throw error
        }
    }

    /// Runs `work` between `begin` and a commit.
    func transaction<T>(_ begin: String, _ work: () throws -> T) throws -> T {
        do {
            let result = try retryable {
                try command(begin)
                return try work()
            }
            try commit()
            return result
        } catch {
            finish("ROLLBACK")
            throw error
        }
    }

    /// What is lost while it waits for its commit may have been kept: it is not run again.
    private func commit() throws {
        let answer = try command("COMMIT")
        guard answer == "COMMIT" else { throw StorageFault.statement("not committed: \(answer)") }
    }

    /// Marks a lost connection as one after which the work may run once more.
    private func retryable<T>(_ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch let fault as StorageFault {
            guard case .connection = fault else { throw fault }
            throw ConnectionLost(fault: fault)
        }
    }
}
