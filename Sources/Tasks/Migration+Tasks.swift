import Storage

extension Migration {
    /// The tables of messages to people.
    package static let tasks: [Migration] = [.message, .visit]

    /// A message is part of the programme's history; whom it reached follows from the posts of the
    /// moment, and that somebody read it is no change.
    static let message = Migration(
        "2026-11-26 tasks: messages and who has them",
        """
        CREATE TABLE message (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          topic TEXT NOT NULL CHECK (topic <> ''),
          words TEXT NOT NULL CHECK (words <> ''),
          englishWords TEXT NOT NULL CHECK (englishWords <> ''),
          place TEXT NOT NULL CHECK (substr(place, 1, 1) = '/'),
          roles TEXT NOT NULL,
          sentBy TEXT NOT NULL CHECK (sentBy <> ''),
          senderID UUID,
          sentAt BIGINT NOT NULL,
          changes BIGINT NOT NULL CHECK (changes > 0),
          folding TEXT CHECK (folding <> '')
        );

        CREATE INDEX messageOfAgency ON message (agencyID, id);
        CREATE UNIQUE INDEX messageFolding ON message (agencyID, folding)
          WHERE folding IS NOT NULL;

        CREATE TABLE messageReceipt (
          messageID UUID NOT NULL REFERENCES message (id),
          personID UUID NOT NULL REFERENCES person (id),
          agencyID UUID NOT NULL REFERENCES agency (id),
          readAt BIGINT,
          PRIMARY KEY (personID, agencyID, messageID)
        );

        CREATE INDEX messageReceiptOfMessage ON messageReceipt (messageID, agencyID);
        CREATE INDEX messageReceiptInOrder
          ON messageReceipt (personID, agencyID, (readAt IS NULL), messageID);
        CREATE INDEX messageReceiptUnread ON messageReceipt (personID, agencyID)
          WHERE readAt IS NULL;
        """)

    /// Not a change of the programme: when somebody was last here, and the time before.
    static let visit = Migration(
        "2026-11-26 tasks: visits",
        """
        CREATE TABLE visit (
          personID UUID NOT NULL REFERENCES person (id),
          agencyID UUID NOT NULL REFERENCES agency (id),
          seenAt BIGINT NOT NULL,
          beforeAt BIGINT,
          PRIMARY KEY (personID, agencyID)
        );
        """)
}
