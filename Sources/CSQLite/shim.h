#include <sqlite3.h>

/// Takes text in double quotes for names only; the function behind it cannot be called from Swift.
static inline int chengdun_refuse_quoted_text(sqlite3 *connection) {
    int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (void *)0);
    return code == SQLITE_OK
        ? sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (void *)0) : code;
}

/// Has SQLite keep no account of its memory, for which every piece taken and given back by any thread
/// waits for one lock. Only before the first connection; `sqlite3_config` is variadic, which Swift cannot
/// call.
static inline int chengdun_forgo_memory_account(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
