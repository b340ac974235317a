import Storage

extension Migration {
    /// The tables of files by their content, tied to records.
    package static let evidence: [Migration] = [
        .evidenceFiles, .evidenceByDigest, .heldFiles,
    ]

    /// The content of a file has a table of its own, which stays empty where files lie in a folder
    /// beside the data.
    static let evidenceFiles = Migration(
        "2026-11-26 evidence: files tied to records",
        """
        CREATE TABLE evidenceContent (
          digest BYTEA NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
          content BYTEA NOT NULL
        );

        CREATE TABLE evidence (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          recordKind TEXT NOT NULL CHECK (recordKind <> ''),
          recordID UUID NOT NULL,
          name TEXT NOT NULL CHECK (name <> ''),
          kind TEXT NOT NULL CHECK (kind <> ''),
          size BIGINT NOT NULL CHECK (size > 0),
          digest BYTEA NOT NULL CHECK (length(digest) = 32),
          effectiveOn TEXT NOT NULL,
          note TEXT,
          addedAt BIGINT NOT NULL,
          addedBy TEXT NOT NULL,
          withdrawnAt BIGINT
        );

        CREATE INDEX evidenceByRecord ON evidence (recordKind, recordID, addedAt, id);
        CREATE INDEX evidenceByAgency ON evidence (agencyID, addedAt, id);
        """)

    /// Whether anything names a content.
    static let evidenceByDigest = Migration(
        "2026-11-27 evidence: by content",
        """
        CREATE INDEX evidenceByDigest ON evidence (digest);
        """)

    /// Files that arrived with a form in which something else was wrong.
    static let heldFiles = Migration(
        "2026-11-30 evidence: files that wait for their form",
        """
        CREATE TABLE heldFile (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          personID UUID NOT NULL,
          heldAt BIGINT NOT NULL,
          name TEXT NOT NULL CHECK (name <> ''),
          size BIGINT NOT NULL CHECK (size > 0),
          content BYTEA NOT NULL
        );

        CREATE INDEX heldFileByAge ON heldFile (heldAt);
        CREATE INDEX heldFileByPerson ON heldFile (personID, id);
        """)
}
