import Storage

/// What every connection is told when it opens.
let settingsOfEveryConnection = """
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA secure_delete = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA mmap_size = 0;
    PRAGMA cache_size = -8000;
    """

/// What the connection that writes is told besides. The size of a page is that of a new file; one that
/// is there keeps its own.
let settingsOfTheWriter = """
    PRAGMA page_size = 8192;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    \(roomOfTheWriter)
    """

/// How much of the file the writer keeps in memory.
let roomOfTheWriter = "PRAGMA cache_size = -32000;"

/// The same while it writes thousands of rows: what does not fit is written to the log before its time,
/// read back, and written again.
let roomForManyRows = "PRAGMA cache_size = -128000;"

extension SQLiteConnection {
    /// Looks whether each commit will wait for the disk, as the writer was told.
    func beDurable() throws {
        for (name, wanted) in [
            ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"),
            ("trusted_schema", "0"),
        ] {
            let found = try setting(name)
            guard found == wanted else {
                throw StorageRefusal.notDurable(setting: "\(name) = \(found)")
            }
        }
    }
}
