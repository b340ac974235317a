import Kernel
import Statute
import Storage

extension CityLaw {
    /// What the city keeps of the law in the database.
    package static func read(_ session: any Session) throws -> CityLaw {
        CityLaw(
            rules: try CityDuty.all(session).map(\.rule),
            calendars: try OfficeCalendar.all(session).map { try $0.calendar },
            revision: try revision(session))
    }

    /// Rows are only added and ended, and each change makes a version grow; so the sum grows too.
    static func revision(_ session: any Session) throws -> Int {
        try session.value(
            """
            SELECT CAST(
              (SELECT COALESCE(SUM(version), 0) FROM cityDuty)
              + (SELECT COALESCE(SUM(version), 0) FROM officeCalendar) AS BIGINT)
            """) ?? 0
    }
}

extension LawShelf {
    /// Lays what the database keeps of the law, where this process has not done so yet.
    ///
    /// Several processes may serve one database, so that the law may have changed elsewhere.
    package func bringUpToDate(_ session: any Session) throws {
        guard try CityLaw.revision(session) != revision else { return }
        try lay(try CityLaw.read(session))
    }
}
