import Storage

extension Migration {
    /// The tables of what the city keeps of the law itself.
    package static let law = [cityDuty, officeCalendar, ruleConfirmation]

    static let cityDuty = Migration(
        "2026-11-26 law: 01 duties of the city",
        """
        CREATE TABLE cityDuty (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          number BIGINT NOT NULL UNIQUE CHECK (number > 0),
          term TEXT NOT NULL CHECK (term <> ''),
          termEnglish TEXT NOT NULL CHECK (termEnglish <> ''),
          why TEXT NOT NULL CHECK (why <> ''),
          whyEnglish TEXT NOT NULL CHECK (whyEnglish <> ''),
          document TEXT NOT NULL CHECK (document <> ''),
          documentEnglish TEXT NOT NULL CHECK (documentEnglish <> ''),
          aspect TEXT NOT NULL CHECK (aspect <> ''),
          kinds TEXT NOT NULL CHECK (kinds <> ''),
          levels TEXT NOT NULL CHECK (levels <> ''),
          cadence TEXT NOT NULL CHECK (cadence <> ''),
          dueOn TEXT,
          fromOn TEXT NOT NULL,
          endsOn TEXT,
          addedBy TEXT NOT NULL CHECK (addedBy <> ''),
          addedAt BIGINT NOT NULL,
          withdrawnBy TEXT,
          withdrawnAt BIGINT,
          CHECK ((withdrawnAt IS NULL) = (endsOn IS NULL)),
          CHECK ((withdrawnAt IS NULL) = (withdrawnBy IS NULL))
        );
        """)

    static let officeCalendar = Migration(
        "2026-11-26 law: 02 office calendars",
        """
        CREATE TABLE officeCalendar (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          year BIGINT NOT NULL CHECK (year BETWEEN 1912 AND 2910),
          sheet TEXT NOT NULL CHECK (sheet <> ''),
          laidBy TEXT NOT NULL CHECK (laidBy <> ''),
          laidAt BIGINT NOT NULL,
          endedAt BIGINT
        );

        CREATE UNIQUE INDEX officeCalendarInUse ON officeCalendar (year) WHERE endedAt IS NULL;
        """)

    static let ruleConfirmation = Migration(
        "2026-11-26 law: 03 confirmations of rules",
        """
        CREATE TABLE ruleConfirmation (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          rule TEXT NOT NULL CHECK (rule <> ''),
          edition TEXT NOT NULL CHECK (edition <> ''),
          digest BYTEA NOT NULL,
          note TEXT NOT NULL CHECK (note <> ''),
          confirmedBy TEXT NOT NULL CHECK (confirmedBy <> ''),
          confirmedAt BIGINT NOT NULL,
          endedAt BIGINT
        );

        CREATE UNIQUE INDEX ruleConfirmationStanding
          ON ruleConfirmation (rule) WHERE endedAt IS NULL;
        CREATE INDEX ruleConfirmationByRule ON ruleConfirmation (rule, confirmedAt, id);
        """)
}
