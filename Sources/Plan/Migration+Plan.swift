import Storage

extension Migration {
    /// The tables of the plan itself.
    package static let plan: [Migration] = []
}
