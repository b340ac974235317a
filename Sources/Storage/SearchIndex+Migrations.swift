extension SearchIndex {
    package static let migrations = [
        Migration(
            "2026-11-23 search: the words of records",
            """
            CREATE TABLE searchEntry (
              number BIGINT NOT NULL PRIMARY KEY,
              kind TEXT NOT NULL,
              recordID UUID NOT NULL,
              agencyID UUID NOT NULL,
              UNIQUE (kind, recordID)
            );

            -- sqlite: CREATE VIRTUAL TABLE searchTerms USING fts5 (
            -- sqlite:   scope, terms, tokenize = 'ascii', prefix = '1');
            -- postgreSQL: ALTER TABLE searchEntry ADD COLUMN terms TSVECTOR NOT NULL;
            -- postgreSQL: CREATE INDEX searchEntryTerms ON searchEntry
            -- postgreSQL:   USING GIN (terms) WITH (gin_pending_list_limit = 256);
            """),
        // Entries had one term for kind and agency together, which a word of a question could mean.
        Migration(
            "2026-11-26 search: terms for the kind alone",
            """
            -- sqlite: UPDATE searchTerms
            -- sqlite: SET scope = substr(scope, 1, length(scope) - 33) || ' ' || scope;
            -- postgreSQL: UPDATE searchEntry
            -- postgreSQL: SET terms = array_to_tsvector(ARRAY[
            -- postgreSQL:   '=' || lower(kind),
            -- postgreSQL:   '=' || lower(kind) || 'x' || replace(CAST(agencyID AS TEXT), '-', '')])
            -- postgreSQL:   || ts_delete(
            -- postgreSQL:     terms, lower(kind) || 'x' || replace(CAST(agencyID AS TEXT), '-', ''));
            """),
        // The entries of an agency lie together, so that a search of it costs nothing of others.
        Migration(
            "2026-11-27 search: the entries of an agency together",
            """
            -- sqlite: CREATE TABLE searchShelf (
            -- sqlite:   first BIGINT NOT NULL PRIMARY KEY,
            -- sqlite:   kind TEXT NOT NULL,
            -- sqlite:   agencyID UUID NOT NULL,
            -- sqlite:   UNIQUE (kind, agencyID)
            -- sqlite: );
            -- sqlite: INSERT INTO searchShelf (first, kind, agencyID)
            -- sqlite: SELECT
            -- sqlite:   dense_rank() OVER (ORDER BY kind) * 10000000000000000
            -- sqlite:     + row_number() OVER (PARTITION BY kind ORDER BY agencyID) * 1000000000,
            -- sqlite:   kind, agencyID
            -- sqlite: FROM (SELECT DISTINCT kind, agencyID FROM searchEntry);
            -- sqlite: ALTER TABLE searchEntry RENAME TO searchEntryBefore;
            -- sqlite: CREATE TABLE searchEntry (
            -- sqlite:   number BIGINT NOT NULL PRIMARY KEY,
            -- sqlite:   kind TEXT NOT NULL,
            -- sqlite:   recordID UUID NOT NULL,
            -- sqlite:   agencyID UUID NOT NULL,
            -- sqlite:   UNIQUE (kind, recordID)
            -- sqlite: );
            -- sqlite: ALTER TABLE searchTerms RENAME TO searchTermsBefore;
            -- sqlite: CREATE VIRTUAL TABLE searchTerms USING fts5 (
            -- sqlite:   terms, tokenize = 'ascii', prefix = '1');
            -- sqlite: CREATE TABLE searchMove (number BIGINT NOT NULL PRIMARY KEY, old BIGINT);
            -- sqlite: INSERT INTO searchMove (number, old)
            -- sqlite: SELECT searchShelf.first + row_number() OVER (
            -- sqlite:     PARTITION BY searchShelf.first ORDER BY old.number), old.number
            -- sqlite: FROM searchEntryBefore AS old
            -- sqlite: JOIN searchShelf
            -- sqlite:   ON searchShelf.kind = old.kind AND searchShelf.agencyID = old.agencyID;
            -- sqlite: INSERT INTO searchEntry (number, kind, recordID, agencyID)
            -- sqlite: SELECT searchMove.number, old.kind, old.recordID, old.agencyID
            -- sqlite: FROM searchMove CROSS JOIN searchEntryBefore AS old
            -- sqlite: WHERE old.number = searchMove.old ORDER BY searchMove.number;
            -- sqlite: INSERT INTO searchTerms (rowid, terms)
            -- sqlite: SELECT searchMove.number, old.terms
            -- sqlite: FROM searchMove CROSS JOIN searchTermsBefore AS old
            -- sqlite: WHERE old.rowid = searchMove.old ORDER BY searchMove.number;
            -- sqlite: DROP TABLE searchMove;
            -- sqlite: DROP TABLE searchTermsBefore;
            -- sqlite: DROP TABLE searchEntryBefore;
            """),
        // More words are gathered before they are sorted in, which counts where thousands of records
        // come at once; a change of a few never gathers as many.
        Migration(
            "2026-11-27 search: many words at once",
            """
            -- sqlite: INSERT INTO searchTerms (searchTerms, rank) VALUES ('hashsize', 16000000);
            """),
        // A text stands once, with its entry, from which the index reads it.
        Migration(
            "2026-11-28 search: the text of an entry",
            """
            -- sqlite: ALTER TABLE searchEntry RENAME TO searchEntryBefore;
            -- sqlite: CREATE TABLE searchEntry (
            -- sqlite:   number BIGINT NOT NULL PRIMARY KEY,
            -- sqlite:   kind TEXT NOT NULL,
            -- sqlite:   recordID UUID NOT NULL,
            -- sqlite:   agencyID UUID NOT NULL,
            -- sqlite:   terms TEXT NOT NULL,
            -- sqlite:   UNIQUE (kind, recordID)
            -- sqlite: );
            -- sqlite: INSERT INTO searchEntry (number, kind, recordID, agencyID, terms)
            -- sqlite: SELECT old.number, old.kind, old.recordID, old.agencyID, searchTerms.terms
            -- sqlite: FROM searchEntryBefore AS old CROSS JOIN searchTerms
            -- sqlite: WHERE searchTerms.rowid = old.number ORDER BY old.number;
            -- sqlite: DROP TABLE searchTerms;
            -- sqlite: DROP TABLE searchEntryBefore;
            -- sqlite: CREATE VIRTUAL TABLE searchTerms USING fts5 (
            -- sqlite:   terms, content = 'searchEntry', content_rowid = 'number', columnsize = 0,
            -- sqlite:   tokenize = 'ascii', prefix = '1');
            -- sqlite: INSERT INTO searchTerms (searchTerms, rank) VALUES ('hashsize', 16000000);
            -- sqlite: INSERT INTO searchTerms (searchTerms) VALUES ('rebuild');
            """),
    ]
}
