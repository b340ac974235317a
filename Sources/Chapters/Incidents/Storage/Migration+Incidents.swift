import Storage

extension Migration {
    package static let incidents = [incident, runningClocks, counting]

    static let counting = Migration(
        "2026-11-27 incidents: counted in their index, of one agency and of the city",
        """
        CREATE INDEX incidentCounted ON incident
          (drill, knownAt, confirmedLevel, level, closedAt, withdrawnAt, agencyID);
        """)

    static let runningClocks = Migration(
        "2026-11-26 incidents: the result of a drill is owed after its end",
        """
        DROP INDEX incidentRunning;

        CREATE INDEX incidentRunning ON incident (agencyID, id)
          WHERE withdrawnAt IS NULL
            AND (closedAt IS NULL OR reviewedAt IS NULL OR toldAt IS NULL
              OR (drill AND resultFiledAt IS NULL));
        """)

    static let incident = Migration(
        "2026-11-26 incidents: incidents, their steps and systems",
        """
        CREATE TABLE incident (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          year BIGINT NOT NULL CHECK (year > 0),
          sequence BIGINT NOT NULL CHECK (sequence > 0),
          drill BOOLEAN NOT NULL,
          knownAt BIGINT NOT NULL,
          reportedAt BIGINT NOT NULL CHECK (reportedAt >= knownAt),
          reporterID UUID REFERENCES person (id),
          reporterName TEXT NOT NULL CHECK (reporterName <> ''),
          kind TEXT CHECK (
            kind IN ('defaced', 'leaked', 'malware', 'account', 'outage', 'other')),
          words TEXT,
          leak TEXT CHECK (leak IN ('slight', 'serious')),
          alteration TEXT CHECK (alteration IN ('slight', 'serious')),
          interruption TEXT CHECK (interruption IN ('within', 'beyond')),
          core BOOLEAN NOT NULL,
          ci BOOLEAN NOT NULL,
          secret BOOLEAN NOT NULL,
          sensitive BOOLEAN NOT NULL,
          state BOOLEAN NOT NULL,
          personalData BOOLEAN NOT NULL,
          level BIGINT CHECK (level BETWEEN 1 AND 4),
          proposedLevel BIGINT CHECK (proposedLevel BETWEEN 1 AND 4),
          decidedBy TEXT,
          levelReason TEXT,
          confirmedLevel BIGINT CHECK (confirmedLevel BETWEEN 1 AND 4),
          receipt TEXT CHECK (receipt <> ''),
          notifiedAt BIGINT CHECK (notifiedAt >= knownAt),
          receivedAt BIGINT,
          levelChangedAt BIGINT,
          renotifiedAt BIGINT,
          reviewedAt BIGINT,
          toldAt BIGINT,
          containedAt BIGINT CHECK (containedAt >= knownAt),
          reportFiledAt BIGINT,
          resultFiledAt BIGINT,
          closedAt BIGINT,
          withdrawnAt BIGINT,
          UNIQUE (drill, year, sequence),
          CHECK ((kind IS NULL) = (words IS NULL)),
          CHECK ((level IS NULL) = (proposedLevel IS NULL)),
          CHECK ((level IS NULL) = (decidedBy IS NULL)),
          CHECK (level IS NULL OR kind IS NOT NULL),
          CHECK (closedAt IS NULL OR (level IS NOT NULL AND notifiedAt IS NOT NULL)),
          CHECK (closedAt IS NULL OR withdrawnAt IS NULL),
          CHECK (resultFiledAt IS NULL OR drill)
        );

        CREATE INDEX incidentOfAgency ON incident (agencyID, id);
        CREATE INDEX incidentByKnowledge ON incident (agencyID, knownAt, id);
        CREATE INDEX incidentOfCityByKnowledge ON incident (knownAt, id);
        CREATE INDEX incidentRunning ON incident (agencyID, id)
          WHERE withdrawnAt IS NULL
            AND (closedAt IS NULL OR reviewedAt IS NULL OR toldAt IS NULL);

        -- append-only: incidentStep
        CREATE TABLE incidentStep (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          incidentID UUID NOT NULL REFERENCES incident (id),
          kind TEXT NOT NULL CHECK (kind <> ''),
          happenedAt BIGINT NOT NULL,
          recordedAt BIGINT NOT NULL CHECK (recordedAt >= happenedAt),
          enteredBy TEXT NOT NULL CHECK (enteredBy <> ''),
          words TEXT CHECK (words <> ''),
          level BIGINT CHECK (level BETWEEN 1 AND 4)
        );

        CREATE INDEX incidentStepOfIncident ON incidentStep (agencyID, incidentID, id);

        CREATE TABLE incidentSystem (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          incidentID UUID NOT NULL REFERENCES incident (id),
          systemID UUID NOT NULL REFERENCES informationSystem (id),
          UNIQUE (incidentID, systemID)
        );
        """)
}
