import Storage

/// The history of the programme: every change that was ever made, in the order it was made.
package enum History {
    /// The tables of the ledger, in the order of their days.
    package static let migrations: [Migration] = [.ledgerEntries, .ledgerTree]
}

extension Migration {
    static let ledgerEntries = Migration(
        "2026-11-23 ledger: entries, their lines and their secrets",
        """
        CREATE TABLE entry (
          id UUID NOT NULL PRIMARY KEY,
          madeAt BIGINT NOT NULL,
          authorKind TEXT NOT NULL CHECK (authorKind IN ('person', 'token', 'console', 'job')),
          authorID UUID,
          authorName TEXT NOT NULL CHECK (authorName <> ''),
          onBehalfOf TEXT,
          verb TEXT NOT NULL CHECK (verb <> ''),
          agencyID UUID NOT NULL,
          lineCount BIGINT NOT NULL CHECK (lineCount >= 0),
          digest BYTEA NOT NULL CHECK (length(digest) = 32)
        );
        -- append-only: entry

        CREATE TABLE entryLine (
          entryID UUID NOT NULL REFERENCES entry (id),
          ordinal BIGINT NOT NULL CHECK (ordinal > 0),
          recordKind TEXT NOT NULL CHECK (recordKind <> ''),
          recordID UUID NOT NULL,
          before TEXT,
          after TEXT,
          digest BYTEA NOT NULL CHECK (length(digest) = 32),
          PRIMARY KEY (entryID, ordinal)
        );
        -- append-only: entryLine

        CREATE INDEX entryLineHistory ON entryLine (recordKind, recordID, entryID, ordinal);

        CREATE TABLE entrySecret (
          entryID UUID NOT NULL,
          ordinal BIGINT NOT NULL,
          field TEXT NOT NULL,
          ciphertext BYTEA NOT NULL,
          PRIMARY KEY (entryID, ordinal, field),
          FOREIGN KEY (entryID, ordinal) REFERENCES entryLine (entryID, ordinal)
        );
        """)

    static let ledgerTree = Migration(
        "2026-11-23 ledger: positions and the tree over them",
        """
        CREATE TABLE leaf (
          position BIGINT NOT NULL PRIMARY KEY CHECK (position >= 0),
          entryID UUID NOT NULL UNIQUE REFERENCES entry (id),
          agencyID UUID NOT NULL,
          ordinal BIGINT NOT NULL CHECK (ordinal > 0),
          previous BYTEA CHECK (length(previous) = 32),
          hash BYTEA NOT NULL CHECK (length(hash) = 32),
          UNIQUE (agencyID, ordinal),
          CHECK ((ordinal = 1) = (previous IS NULL))
        );
        -- append-only: leaf

        CREATE TABLE node (
          level BIGINT NOT NULL CHECK (level > 0),
          place BIGINT NOT NULL CHECK (place >= 0),
          hash BYTEA NOT NULL CHECK (length(hash) = 32),
          PRIMARY KEY (level, place)
        );
        -- append-only: node
        """)
}
