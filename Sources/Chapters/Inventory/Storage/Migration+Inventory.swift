import Storage

extension Migration {
    package static let inventory: [Migration] = [
        asset, stockTake, assetNotice, assetLists, assetKind, assetAcquired,
    ]

    static let asset = Migration(
        "2026-11-26 inventory: assets",
        """
        CREATE UNIQUE INDEX informationSystemOfAgency ON informationSystem (id, agencyID);

        CREATE TABLE asset (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          systemName TEXT CHECK (systemName <> ''),
          name TEXT NOT NULL CHECK (name <> ''),
          assetClass TEXT NOT NULL
            CHECK (assetClass IN ('information', 'software', 'physical', 'support')),
          owner TEXT CHECK (owner <> ''),
          manager TEXT CHECK (manager <> ''),
          usedBy TEXT CHECK (usedBy <> ''),
          place TEXT CHECK (place <> ''),
          need TEXT CHECK (need IN ('普', '中', '高')),
          propertyNumber TEXT CHECK (propertyNumber <> ''),
          keeper TEXT CHECK (keeper <> ''),
          maker TEXT CHECK (maker <> ''),
          model TEXT CHECK (model <> ''),
          labelledOn TEXT,
          kind TEXT CHECK (kind <> ''),
          edition TEXT CHECK (edition <> ''),
          quantity BIGINT CHECK (quantity > 0),
          serial TEXT CHECK (serial <> ''),
          address TEXT CHECK (address <> ''),
          domain TEXT CHECK (domain <> ''),
          iot BOOLEAN NOT NULL,
          cloud BOOLEAN NOT NULL,
          personalData BOOLEAN NOT NULL,
          note TEXT CHECK (note <> ''),
          supportEndsOn TEXT,
          origin TEXT CHECK (origin IN ('harmful', 'mainland')),
          replacementPlan TEXT CHECK (replacementPlan <> ''),
          replaceOn TEXT,
          state TEXT NOT NULL CHECK (state IN ('inUse', 'idle', 'scrapped')),
          disposedOn TEXT,
          erasure TEXT CHECK (erasure <> ''),
          systemID UUID,
          core BOOLEAN NOT NULL,
          FOREIGN KEY (systemID, agencyID) REFERENCES informationSystem (id, agencyID),
          CHECK ((state = 'scrapped') = (disposedOn IS NOT NULL)),
          CHECK (systemID IS NULL OR systemName IS NOT NULL),
          CHECK (NOT core OR systemID IS NOT NULL)
        );

        CREATE UNIQUE INDEX assetOfAgency ON asset (agencyID, id);
        CREATE INDEX assetByName ON asset (agencyID, name, id);
        CREATE INDEX assetOfCityByName ON asset (name, id);
        CREATE INDEX assetBySystemName ON asset (agencyID, systemName, id)
          WHERE systemName IS NOT NULL;
        CREATE INDEX assetWithOrigin ON asset (name, id) WHERE origin IS NOT NULL;
        CREATE UNIQUE INDEX assetByPropertyNumber ON asset (agencyID, propertyNumber)
          WHERE removedAt IS NULL;
        """)

    /// Lists are counted, and those of many agencies passed through, in the index alone.
    static let assetLists = Migration(
        "2026-11-26 inventory: lists that are read in their index",
        """
        DROP INDEX assetByName;
        DROP INDEX assetOfCityByName;

        CREATE INDEX assetByName ON asset (agencyID, name, id, removedAt);
        CREATE INDEX assetOfCityByName ON asset (name, id, agencyID, removedAt);
        """)
}
