/// The statements that a connection keeps ready, by their text; the least used makes room.
struct PreparedStatements {
    private struct Entry {
        let name: String
        var lastUse: Int
    }

    private let limit: Int
    private var entries: [String: Entry] = [:]
    private var uses = 0
    private var names = 0

    init(limit: Int) {
        self.limit = limit
    }

    var nextName: String { "chengdun\(names)" }

    mutating func name(of text: String) -> String? {
        uses += 1
        guard var entry = entries.removeValue(forKey: text) else { return nil }
        entry.lastUse = uses
        entries[text] = entry
        return entry.name
    }

    mutating func add(_ text: String) {
        entries[text] = Entry(name: nextName, lastUse: uses)
        names += 1
    }

    /// Removes the statement that has not been used for longest when all room is taken.
    mutating func makeRoom() -> String? {
        guard entries.count >= limit,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        else { return nil }
        entries[oldest.key] = nil
        return oldest.value.name
    }
}
