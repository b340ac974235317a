import Storage

extension Migration {
    /// The tables of messages to people.
    package static let tasks: [Migration] = []
}
