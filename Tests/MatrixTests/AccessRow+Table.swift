extension AccessRow {
    /// A row for each route, from the table of each room. A route that is not here fails the test.
    static let table: [String: AccessRow] = [
        agencies, duties, incidents, inventory, law,
        messages, people, plan, site, systems, team,
    ].reduce(into: [:]) { all, rows in
        all.merge(rows) { one, _ in
            preconditionFailure("two rows for one route: \(one)")
        }
    }
}
