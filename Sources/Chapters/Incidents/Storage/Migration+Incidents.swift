import Storage

extension Migration {
    package static let incidents: [Migration] = []
}
