import GRDB
import Storage

/// What every connection is told when it opens.
let settingsOfEveryConnection = """
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA secure_delete = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA mmap_size = 0;
    PRAGMA cache_size = -8000;
    """

extension Configuration {
    /// The settings of the connection that writes.
    static var chengdun: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { connection in
            try connection.execute(sql: settingsOfEveryConnection)
            // A change of many rows is not written to the log page by page before it is whole.
            try connection.execute(sql: "PRAGMA cache_size = -32000")
        }
        return configuration
    }
}

extension GRDB.Database {
    /// Makes each commit wait for the disk, and looks whether it does.
    ///
    /// The pool sets NORMAL when it opens, with which a power cut takes the last commits; so this
    /// runs after.
    func beDurable() throws {
        try execute(sql: "PRAGMA synchronous = FULL")
        for (setting, wanted) in [
            ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"),
            ("trusted_schema", "0"),
        ] {
            let found = try String.fetchOne(self, sql: "PRAGMA \(setting)") ?? "?"
            guard found == wanted else {
                throw StorageRefusal.notDurable(setting: "\(setting) = \(found)")
            }
        }
    }
}
