import Storage

extension Migration {
    package static let agencies: [Migration] = []
}
