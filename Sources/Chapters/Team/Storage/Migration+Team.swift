import Storage

extension Migration {
    package static let team = [roster, cisoAppointment, certificate]

    static let roster = Migration(
        "2026-11-26 team: groups and members",
        """
        CREATE TABLE teamGroup (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          name TEXT NOT NULL CHECK (name <> ''),
          duties TEXT CHECK (duties <> '')
        );

        CREATE INDEX teamGroupByName ON teamGroup (agencyID, name, id);
        CREATE INDEX teamGroupOfCityByName ON teamGroup (name, id);

        CREATE TABLE teamMember (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          team TEXT NOT NULL CHECK (team <> ''),
          position TEXT NOT NULL CHECK (position <> ''),
          unit TEXT CHECK (unit <> ''),
          name TEXT NOT NULL CHECK (name <> ''),
          duties TEXT CHECK (duties <> ''),
          phone TEXT CHECK (phone <> ''),
          email TEXT CHECK (email <> ''),
          deputy TEXT CHECK (deputy <> ''),
          fromOn TEXT NOT NULL,
          untilOn TEXT CHECK (untilOn >= fromOn),
          confirmedOn TEXT,
          person UUID REFERENCES person (id)
        );

        CREATE INDEX teamMemberByTeam ON teamMember (agencyID, team, id);
        CREATE INDEX teamMemberByName ON teamMember (agencyID, name, id);
        CREATE INDEX teamMemberOfCityByTeam ON teamMember (team, id);
        CREATE INDEX teamMemberOfCityByName ON teamMember (name, id);
        """)

    static let cisoAppointment = Migration(
        "2026-11-26 team: appointments of CISOs",
        """
        CREATE TABLE cisoAppointment (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          name TEXT NOT NULL CHECK (name <> ''),
          post TEXT NOT NULL CHECK (post <> ''),
          fromOn TEXT NOT NULL,
          untilOn TEXT CHECK (untilOn >= fromOn),
          approvedOn TEXT,
          document TEXT CHECK (document <> ''),
          approver TEXT CHECK (approver <> ''),
          deputy TEXT CHECK (deputy <> ''),
          person UUID REFERENCES person (id),
          approved BOOLEAN NOT NULL,
          CHECK (approved = (approvedOn IS NOT NULL AND document IS NOT NULL))
        );

        CREATE INDEX cisoAppointmentByDay ON cisoAppointment (agencyID, fromOn, id);
        CREATE INDEX cisoAppointmentByName ON cisoAppointment (agencyID, name, id);
        CREATE INDEX cisoAppointmentOfCityByDay ON cisoAppointment (fromOn, id);
        CREATE INDEX cisoAppointmentOfCityByName ON cisoAppointment (name, id);
        """)

    static let certificate = Migration(
        "2026-11-26 team: certificates of security staff",
        """
        CREATE TABLE certificate (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          name TEXT NOT NULL CHECK (name <> ''),
          kind TEXT NOT NULL CHECK (kind IN ('licence', 'competence')),
          title TEXT NOT NULL CHECK (title <> ''),
          number TEXT CHECK (number <> ''),
          obtainedOn TEXT NOT NULL,
          expiresOn TEXT CHECK (expiresOn >= obtainedOn),
          person UUID REFERENCES person (id)
        );

        CREATE INDEX certificateByName ON certificate (agencyID, name, id, removedAt);
        CREATE INDEX certificateOfCityByName ON certificate (name, id, agencyID, removedAt);
        """)
}
