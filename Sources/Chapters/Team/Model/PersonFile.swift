import Access
import Kernel
import Storage

/// Everything that the page of one person says.
struct PersonFile: Sendable {
    let entry: PersonEntry
    let posts: [(post: Appointment, agencyName: String)]
    let standIns: [StandIn]

    var person: Person { entry.person }

    /// - Throws: `PeopleRefusal.unknown` out of the caller's reach.
    static func find(_ id: PersonID, _ view: View) throws -> PersonFile {
        PersonFile(
            entry: try PersonEntry.find(id, view), posts: try Appointment.all(of: id, view),
            standIns: try StandIn.all(of: id, view))
    }
}
