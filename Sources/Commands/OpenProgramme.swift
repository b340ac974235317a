import Access
import Foundation
import Kernel
import Programme
import Storage

/// The programme as a command opens it, with the person at the machine as the caller.
struct OpenProgramme {
    let database: any Database
    let programme: Programme
    let city: Agency

    /// Who asks: the user of the operating system, at the city.
    var console: Caller { .console(NSUserName(), in: city) }
}

extension DatabaseOptions {
    /// Opens the programme of the data directory; for reading it may lie beside a running server.
    ///
    /// - Throws: `AgencyRefusal.unknown` before the city is founded.
    func programme(readingOnly: Bool = false) async throws -> OpenProgramme {
        let database = try open(readingOnly: readingOnly)
        let programme = Programme(
            database: database, time: .system, hashing: try PasswordHashing(), law: try law())
        try await programme.readLaw(database)
        let city = try await database.read { session in
            try Agency.city(session)
        }
        guard let city else { throw AgencyRefusal.unknown }
        return OpenProgramme(database: database, programme: programme, city: city)
    }
}
