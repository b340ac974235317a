extension SQL {
    /// Joins the rows of `table` whose ids the query `ids` finds for each row of the tables before it.
    package static func eachJoined(_ ids: SQL, of table: SQLName, as name: SQLName) -> SQL {
        SQL(
            sqlite: "CROSS JOIN \(table) AS \(name) ON \(name).id IN (\(ids))",
            postgreSQL: """
                CROSS JOIN LATERAL (\(ids)) AS found
                JOIN \(table) AS \(name) ON \(name).id = found.id
                """)
    }
}
