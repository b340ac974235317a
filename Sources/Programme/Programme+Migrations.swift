import Access
import Ledger
import Storage
import Systems

/// What spans chapters, and the sum of them.
package enum Programme {
    /// Every table of the programme, in the order in which they are made.
    package static let migrations: [Migration] =
        History.migrations + SearchIndex.migrations + Migration.access + Migration.systems
}
