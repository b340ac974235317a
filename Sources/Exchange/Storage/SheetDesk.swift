import NIOPosix
import Sheets
import Synchronization

/// The desk where strangers' files are read: two at once, off the event loop, with a short
/// queue.
package final class SheetDesk: Sendable {
    /// Tells the sheets and rows of a file.
    package typealias Reading =
        @Sendable (
            _ file: [UInt8], _ tell: @escaping (SheetEvent) throws -> Void
        ) throws -> Void

    /// The largest file that is taken.
    package static let megabytes = 20

    private let pool: NIOThreadPool
    private let reading: Reading
    private let waiting = Mutex(0)

    /// - Parameter reading: by default a process of its own reads each file.
    package init(
        reading: @escaping Reading = { file, tell in try SheetReader().read(file, tell) }
    ) {
        self.reading = reading
        pool = NIOThreadPool(numberOfThreads: 2)
        pool.start()
    }

    /// Ends the threads after the work under way.
    package func close() async throws {
        try await pool.shutdownGracefully()
    }

    /// The table of a file, found by the names of its columns.
    ///
    /// - Parameter sheet: the tab on which it stands; unless given, the one that has most of the names.
    /// - Throws: `SheetRefusal` for what cannot be read; `ExchangeRefusal.tooLarge`, `.noRows`,
    ///   `.unknownSheet`; `.busy` when the queue is full.
    package func table(
        in file: [UInt8], names: [String], sheet: String? = nil
    ) async throws -> ReadTable {
        guard file.count <= Self.megabytes << 20 else {
            throw ExchangeRefusal.tooLarge(megabytes: Self.megabytes)
        }
        return try await read { [reading] in
            let gatherer = Gathering(names, sheet)
            try reading(file) { gatherer.tables.take($0) }
            let table = try gatherer.tables.finish()
            guard !table.rows.isEmpty else { throw ExchangeRefusal.noRows }
            return table
        }
    }

    /// Has a file of another kind read at the same desk.
    ///
    /// - Throws: `ExchangeRefusal.busy` when the queue is full; what `work` throws.
    package func read<Answer: Sendable>(
        _ work: @escaping @Sendable () throws -> Answer
    ) async throws -> Answer {
        try waiting.withLock { count in
            guard count < 16 else { throw ExchangeRefusal.busy }
            count += 1
        }
        defer { waiting.withLock { $0 -= 1 } }
        return try await pool.runIfActive { try work() }
    }

    /// The tables of one file while it is read.
    private final class Gathering {
        var tables: TableGatherer

        init(_ names: [String], _ sheet: String?) {
            tables = TableGatherer(names: names, sheet: sheet)
        }
    }
}
