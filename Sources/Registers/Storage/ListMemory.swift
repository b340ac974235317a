import Access
import Kernel
import Storage

/// What the lists of one register remember while nothing is written: how many rows there are, and
/// which way leads through them.
struct ListMemory: Sendable {
    private let counts = Recollection<Counted, CappedCount>()
    private let ways = Recollection<Reach, ListWalk.Way>()

    /// A list without its order and its pages, as one reach sees it on one day.
    private struct Counted: Hashable {
        let query: ListQuery
        let reach: Reach
        let day: Day
    }

    func count(
        of query: ListQuery, within reach: Reach, _ view: View, _ find: () throws -> CappedCount
    ) rethrows -> CappedCount {
        var query = query
        (query.order, query.after, query.limit) = (nil, nil, 1)
        let key = Counted(query: query, reach: reach, day: view.now.day)
        return try counts.answer(to: key, asOf: view.commits, find)
    }

    func way(through reach: Reach, _ view: View) throws -> ListWalk.Way {
        try ways.answer(to: reach, asOf: view.commits) {
            try ListWalk.way(through: reach, view.session)
        }
    }
}
