import Storage

extension Migration {
    package static let inventory: [Migration] = []
}
