import Storage

extension Migration {
    package static let agencies = [agencyKind, levelDecision, agencyContacts]

    static let agencyKind = Migration(
        "2026-11-26 agencies: kinds of the city's own",
        """
        CREATE TABLE agencyKind (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          name TEXT NOT NULL CHECK (name <> ''),
          tally TEXT NOT NULL CHECK (tally IN ('agency', 'school', 'kindergarten', 'apart'))
        );

        CREATE INDEX agencyKindByName ON agencyKind (agencyID, name, id);
        CREATE INDEX agencyKindOfCityByName ON agencyKind (name, id);
        """)

    static let levelDecision = Migration(
        "2026-11-26 agencies: decisions on levels",
        """
        CREATE TABLE levelDecision (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          level TEXT NOT NULL CHECK (level IN ('A', 'B', 'C', 'D', 'E')),
          decidedOn TEXT NOT NULL,
          document TEXT CHECK (document <> ''),
          ground TEXT CHECK (ground <> ''),
          filedOn TEXT,
          removedAt BIGINT
        );

        CREATE UNIQUE INDEX levelDecisionByDay ON levelDecision (agencyID, decidedOn)
        WHERE removedAt IS NULL;
        """)

    static let agencyContacts = Migration(
        "2026-11-26 agencies: whom to call",
        """
        CREATE TABLE agencyContacts (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL UNIQUE REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          windowName TEXT CHECK (windowName <> ''),
          windowPhone TEXT CHECK (windowPhone <> ''),
          windowEmail TEXT CHECK (windowEmail <> ''),
          deputyName TEXT CHECK (deputyName <> ''),
          deputyPhone TEXT CHECK (deputyPhone <> ''),
          deputyEmail TEXT CHECK (deputyEmail <> ''),
          confirmedOn TEXT NOT NULL
        );
        """)
}
