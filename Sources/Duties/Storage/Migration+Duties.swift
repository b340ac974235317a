import Storage

extension Migration {
    /// The tables of what is owed and how it stands.
    package static let duties: [Migration] = []
}
