import Storage

extension Migration {
    package static let team: [Migration] = []
}
