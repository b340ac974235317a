import Storage

extension Migration {
    package static let systems = [
        informationSystem, business, systemLists, gradingReview, circumstance, systemsInUse,
    ]

    static let informationSystem = Migration(
        "2026-11-24 systems: information systems",
        """
        CREATE TABLE informationSystem (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          name TEXT NOT NULL CHECK (name <> ''),
          owner TEXT NOT NULL CHECK (owner <> ''),
          building TEXT NOT NULL CHECK (building IN ('own', 'outsourced', 'centralised')),
          citizenFacing BOOLEAN NOT NULL,
          business TEXT NOT NULL,
          supportsCoreBusiness BOOLEAN NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('planned', 'inUse', 'retired')),
          confidentiality TEXT CHECK (confidentiality IN ('普', '中', '高')),
          confidentialityReason TEXT,
          integrity TEXT CHECK (integrity IN ('普', '中', '高')),
          integrityReason TEXT,
          availability TEXT CHECK (availability IN ('普', '中', '高')),
          availabilityReason TEXT,
          compliance TEXT CHECK (compliance IN ('普', '中', '高')),
          complianceReason TEXT,
          longestOutageHours BIGINT CHECK (longestOutageHours >= 0),
          recoveryHours BIGINT CHECK (recoveryHours >= 0),
          dataLossHours BIGINT CHECK (dataLossHours >= 0),
          need TEXT CHECK (need IN ('普', '中', '高')),
          core BOOLEAN NOT NULL
        );

        CREATE INDEX informationSystemByName ON informationSystem (agencyID, name, id);
        CREATE INDEX informationSystemByOwner ON informationSystem (agencyID, owner, id);
        CREATE INDEX informationSystemOfCityByName ON informationSystem (name, id);
        CREATE INDEX informationSystemOfCityByOwner ON informationSystem (owner, id);
        """)

    static let business = Migration(
        "2026-11-26 systems: businesses and the systems they depend on",
        """
        CREATE TABLE business (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          name TEXT NOT NULL CHECK (name <> ''),
          standing TEXT NOT NULL CHECK (standing IN ('core', 'nonCore')),
          legalGround TEXT CHECK (legalGround <> ''),
          owner TEXT NOT NULL CHECK (owner <> ''),
          importance TEXT CHECK (importance <> ''),
          failureEffect TEXT CHECK (failureEffect <> ''),
          longestOutageHours BIGINT CHECK (longestOutageHours >= 0),
          systemsAnswer TEXT CHECK (systemsAnswer IN ('listed', 'none', 'centralised')),
          systems TEXT NOT NULL,
          runBy TEXT CHECK (runBy <> ''),
          CHECK (standing = 'nonCore' OR legalGround IS NOT NULL)
        );

        CREATE INDEX businessByName ON business (agencyID, name, id);
        CREATE INDEX businessOfCityByName ON business (name, id);

        CREATE TABLE businessSystem (
          businessID UUID NOT NULL REFERENCES business (id),
          systemID UUID NOT NULL REFERENCES informationSystem (id),
          PRIMARY KEY (businessID, systemID)
        );

        CREATE INDEX businessSystemBySystem ON businessSystem (systemID, businessID);
        """)

    /// Lists are counted, and those of many agencies passed through, in the index alone.
    static let systemLists = Migration(
        "2026-11-26 systems: lists that are read in their index",
        """
        DROP INDEX informationSystemByName;
        DROP INDEX informationSystemByOwner;
        DROP INDEX informationSystemOfCityByName;
        DROP INDEX informationSystemOfCityByOwner;
        DROP INDEX businessByName;
        DROP INDEX businessOfCityByName;

        CREATE INDEX informationSystemByName
          ON informationSystem (agencyID, name, id, removedAt);
        CREATE INDEX informationSystemByOwner
          ON informationSystem (agencyID, owner, id, removedAt);
        CREATE INDEX informationSystemOfCityByName
          ON informationSystem (name, id, agencyID, removedAt);
        CREATE INDEX informationSystemOfCityByOwner
          ON informationSystem (owner, id, agencyID, removedAt);
        CREATE INDEX businessByName ON business (agencyID, name, id, removedAt);
        CREATE INDEX businessOfCityByName ON business (name, id, agencyID, removedAt);
        """)

    static let gradingReview = Migration(
        "2026-11-26 systems: when the grading was reviewed",
        """
        ALTER TABLE informationSystem ADD COLUMN gradingReviewedOn TEXT;
        """)

    static let circumstance = Migration(
        "2026-11-27 systems: what an agency says of itself",
        """
        CREATE TABLE circumstance (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          subject TEXT NOT NULL CHECK (subject IN ('mailServer', 'outsourcedServices')),
          answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
          fromOn TEXT NOT NULL,
          note TEXT CHECK (note <> '')
        );

        CREATE INDEX circumstanceByDay ON circumstance (agencyID, fromOn, id, removedAt);
        CREATE INDEX circumstanceOfCityByDay ON circumstance (fromOn, id, agencyID, removedAt);
        """)

    /// What duties ask of an agency's systems, at each change, is answered from the index alone. For
    /// that, SQLite wants the columns of the condition in it as well.
    static let systemsInUse = Migration(
        "2026-11-27 systems: what is asked of those in use",
        """
        CREATE INDEX informationSystemInUse ON informationSystem (
          agencyID, building, core, citizenFacing, need, gradingReviewedOn, state, removedAt)
          WHERE removedAt IS NULL AND state = 'inUse';
        """)
}
