import Storage

extension Migration {
    /// The tables of what is owed and how it stands.
    package static let duties = [standing, dutyDeclaration, dutyWaiver, reminder]

    static let standing = Migration(
        "2026-11-26 duties: 01 standings",
        """
        CREATE TABLE standingYear (
          year BIGINT NOT NULL PRIMARY KEY CHECK (year BETWEEN 1 AND 999),
          judgedOn TEXT NOT NULL
        );

        CREATE TABLE standing (
          year BIGINT NOT NULL REFERENCES standingYear (year) ON DELETE CASCADE,
          agencyID UUID NOT NULL REFERENCES agency (id),
          dutyID TEXT NOT NULL CHECK (dutyID <> ''),
          opensOn TEXT NOT NULL,
          closesOn TEXT NOT NULL CHECK (closesOn >= opensOn),
          dueOn TEXT,
          lateFrom TEXT,
          counted BIGINT NOT NULL CHECK (counted >= 0),
          needed BIGINT NOT NULL CHECK (needed >= 0),
          metOn TEXT,
          heldUntil TEXT,
          declaredOn TEXT,
          waivedFrom TEXT,
          waivedUntil TEXT,
          isEmpty BOOLEAN NOT NULL,
          PRIMARY KEY (year, agencyID, dutyID, opensOn),
          CHECK (waivedFrom IS NOT NULL OR waivedUntil IS NULL)
        );

        CREATE INDEX standingByDuty ON standing (year, dutyID, agencyID);
        """)

    static let dutyDeclaration = Migration(
        "2026-11-26 duties: 02 declarations",
        """
        CREATE TABLE dutyDeclaration (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          dutyID TEXT NOT NULL CHECK (dutyID <> ''),
          countsOn TEXT NOT NULL,
          doneOn TEXT NOT NULL,
          words TEXT NOT NULL CHECK (words <> ''),
          signer TEXT NOT NULL CHECK (signer <> ''),
          signedAt BIGINT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('standing', 'withdrawn', 'superseded')),
          endedAt BIGINT,
          endReason TEXT,
          CHECK ((state = 'standing') = (endedAt IS NULL))
        );

        CREATE INDEX dutyDeclarationByDuty
          ON dutyDeclaration (agencyID, dutyID, countsOn, id);
        """)

    static let dutyWaiver = Migration(
        "2026-11-26 duties: 03 waivers",
        """
        CREATE TABLE dutyWaiver (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          dutyID TEXT NOT NULL CHECK (dutyID <> ''),
          reason TEXT NOT NULL CHECK (reason <> ''),
          consentBy TEXT NOT NULL CHECK (consentBy <> ''),
          document TEXT NOT NULL CHECK (document <> ''),
          fromOn TEXT NOT NULL,
          untilOn TEXT CHECK (untilOn >= fromOn),
          recordedAt BIGINT NOT NULL,
          withdrawnAt BIGINT
        );

        CREATE INDEX dutyWaiverByDuty ON dutyWaiver (agencyID, dutyID, fromOn, id);
        """)

    /// Who was reminded of what, one row an agency; the message is the same for all of an act.
    static let reminder = Migration(
        "2026-11-27 duties: 04 reminders",
        """
        CREATE TABLE reminder (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          dutyID TEXT NOT NULL CHECK (dutyID <> ''),
          year BIGINT NOT NULL CHECK (year BETWEEN 1 AND 999),
          state TEXT NOT NULL CHECK (state <> ''),
          words TEXT NOT NULL CHECK (words <> ''),
          messageID UUID NOT NULL REFERENCES message (id),
          readers BIGINT NOT NULL CHECK (readers >= 0),
          remindedBy TEXT NOT NULL CHECK (remindedBy <> ''),
          byAgencyID UUID NOT NULL REFERENCES agency (id),
          remindedAt BIGINT NOT NULL
        );

        CREATE INDEX reminderByDuty ON reminder (dutyID, year, agencyID, remindedAt);
        CREATE INDEX reminderOfAgency ON reminder (agencyID, remindedAt, id);
        """)
}
