import Storage

extension Migration {
    static let stockTake = Migration(
        "2026-11-26 inventory: the yearly stock-take",
        """
        CREATE TABLE stockTake (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          year BIGINT NOT NULL CHECK (year BETWEEN 1 AND 999),
          opensOn TEXT NOT NULL,
          closesOn TEXT NOT NULL CHECK (closesOn >= opensOn),
          leader TEXT NOT NULL CHECK (leader <> ''),
          openedBy TEXT NOT NULL CHECK (openedBy <> ''),
          openerID UUID,
          signings BIGINT NOT NULL CHECK (signings >= 0),
          reopenedBecause TEXT CHECK (reopenedBecause <> ''),
          signedBy TEXT CHECK (signedBy <> ''),
          signedOn TEXT,
          signedAt BIGINT,
          means TEXT CHECK (means IN ('screen', 'sheet')),
          compensation TEXT CHECK (compensation <> ''),
          rowCount BIGINT CHECK (rowCount >= 0),
          digest TEXT CHECK (length(digest) = 64),
          UNIQUE (agencyID, year),
          UNIQUE (id, agencyID),
          CHECK (
            (signedAt IS NULL) = (signedBy IS NULL) AND (signedAt IS NULL) = (signedOn IS NULL)
            AND (signedAt IS NULL) = (means IS NULL) AND (signedAt IS NULL) = (rowCount IS NULL)
            AND (signedAt IS NULL) = (digest IS NULL)),
          CHECK (signedAt IS NOT NULL OR compensation IS NULL),
          CHECK (signedAt IS NULL OR signings > 0)
        );

        CREATE INDEX stockTakeOfYear ON stockTake (year, agencyID);
        CREATE INDEX stockTakeOpen ON stockTake (agencyID) WHERE signedAt IS NULL;

        CREATE TABLE stockTakeItem (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL,
          version BIGINT NOT NULL CHECK (version > 0),
          stockTakeID UUID NOT NULL,
          assetID UUID NOT NULL,
          result TEXT NOT NULL
            CHECK (result IN ('unchanged', 'changed', 'added', 'scrapped')),
          decidedAt BIGINT NOT NULL,
          decidedBy TEXT NOT NULL CHECK (decidedBy <> ''),
          UNIQUE (stockTakeID, assetID),
          FOREIGN KEY (stockTakeID, agencyID) REFERENCES stockTake (id, agencyID),
          FOREIGN KEY (agencyID, assetID) REFERENCES asset (agencyID, id)
        );

        CREATE TABLE stockTakeRow (
          stockTakeID UUID NOT NULL REFERENCES stockTake (id),
          signing BIGINT NOT NULL CHECK (signing > 0),
          ordinal BIGINT NOT NULL CHECK (ordinal > 0),
          agencyID UUID NOT NULL REFERENCES agency (id),
          assetID UUID NOT NULL,
          result TEXT NOT NULL
            CHECK (result IN ('unchanged', 'changed', 'added', 'scrapped')),
          decidedAt BIGINT NOT NULL,
          decidedBy TEXT NOT NULL,
          systemName TEXT,
          name TEXT NOT NULL,
          assetClass TEXT NOT NULL,
          owner TEXT,
          manager TEXT,
          usedBy TEXT,
          place TEXT,
          need TEXT,
          propertyNumber TEXT,
          keeper TEXT,
          maker TEXT,
          model TEXT,
          core BOOLEAN NOT NULL,
          state TEXT NOT NULL,
          PRIMARY KEY (stockTakeID, signing, ordinal)
        );
        -- append-only: stockTakeRow

        CREATE INDEX stockTakeRowOfAsset ON stockTakeRow (stockTakeID, signing, assetID);
        """)
}
