import Storage

extension Migration {
    /// The tables of files by their content, tied to records.
    package static let evidence: [Migration] = []
}
