import Storage

extension Migration {
    /// The tables of the plan itself.
    package static let plan = [planVersion, planAddition, planWithdrawal]

    static let planVersion = Migration(
        "2026-11-26 plan: versions of the city's text",
        """
        CREATE TABLE planText (
          digest BYTEA NOT NULL PRIMARY KEY,
          tree TEXT NOT NULL CHECK (tree <> '')
        );

        -- append-only: planText

        CREATE TABLE planVersion (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          ordinal BIGINT NOT NULL CHECK (ordinal > 0),
          title TEXT NOT NULL CHECK (title <> ''),
          edition TEXT CHECK (edition <> ''),
          issued TEXT CHECK (issued <> ''),
          effectiveFrom TEXT NOT NULL,
          source TEXT NOT NULL CHECK (source IN ('template', 'file')),
          fileName TEXT CHECK (fileName <> ''),
          clauses BIGINT NOT NULL CHECK (clauses > 0),
          digest BYTEA NOT NULL REFERENCES planText (digest),
          addedAt BIGINT NOT NULL,
          CHECK ((source = 'file') = (fileName IS NOT NULL))
        );

        CREATE UNIQUE INDEX planVersionByOrdinal ON planVersion (agencyID, ordinal);
        CREATE INDEX planVersionByDay ON planVersion (effectiveFrom, ordinal);
        """)

    static let planWithdrawal = Migration(
        "2026-11-27 plan: versions taken back",
        """
        ALTER TABLE planVersion ADD COLUMN withdrawnAt BIGINT;
        """)

    static let planAddition = Migration(
        "2026-11-26 plan: clauses that agencies add",
        """
        CREATE TABLE planAddition (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          clause TEXT NOT NULL CHECK (clause <> ''),
          words TEXT NOT NULL CHECK (words <> ''),
          reason TEXT
        );

        CREATE INDEX planAdditionByClause ON planAddition (agencyID, clause, id);
        CREATE INDEX planAdditionOfCityByClause ON planAddition (clause, id);
        """)
}
