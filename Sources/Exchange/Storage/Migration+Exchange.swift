import Storage

extension Migration {
    package static let exchange = [importFile, importMatching, importFileOfUploader]

    private static let importFile = Migration(
        "2026-11-26 exchange: uploaded files and what became of them",
        """
        CREATE TABLE importFile (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          personID UUID NOT NULL,
          register TEXT NOT NULL CHECK (register <> ''),
          name TEXT NOT NULL,
          uploadedAt BIGINT NOT NULL,
          content BYTEA,
          choices TEXT,
          state TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'done', 'failed')),
          created BIGINT,
          updated BIGINT,
          unchanged BIGINT,
          refused BIGINT,
          rest BYTEA,
          firstRecord UUID,
          problem TEXT
        );

        CREATE INDEX importFileByAge ON importFile (uploadedAt);
        """)

    private static let importFileOfUploader = Migration(
        "2026-11-26 exchange: uploads by whose they are",
        """
        CREATE INDEX importFileOfUploader
          ON importFile (agencyID, personID, register, uploadedAt);
        """)

    private static let importMatching = Migration(
        "2026-11-26 exchange: columns as an agency matched them",
        """
        CREATE TABLE importMatching (
          agencyID UUID NOT NULL REFERENCES agency (id),
          register TEXT NOT NULL,
          heading TEXT NOT NULL CHECK (heading <> ''),
          field TEXT NOT NULL,
          PRIMARY KEY (agencyID, register, heading)
        );
        """)
}
