/// How many records have some words, and among how many they were looked for.
package struct SearchExtent: RowDecodable {
    /// Counted no further than asked.
    package let matched: Int
    /// Of a few agencies, about; not known of a whole city.
    let searched: Int?

    /// Whether all were counted that there are, as far as asked.
    package var isWhole = true

    init(matched: Int, searched: Int?) {
        self.matched = matched
        self.searched = searched
    }

    package init(_ row: inout RowReader) throws {
        matched = try row.next()
        searched = try row.next()
    }

    /// Whether a page of `rows` is full sooner when one record after the other is asked than when
    /// all that have the words are fetched.
    ///
    /// One in `searched / matched` records has them, so that `rows` times as many are asked.
    package func isCommon(forPageOf rows: Int) -> Bool {
        guard let searched else { return false }
        return matched * matched > rows * searched
    }
}
