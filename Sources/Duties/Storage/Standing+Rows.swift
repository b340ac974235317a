import Access
import Kernel
import Storage

extension Standing: RowDecodable {
    static let columns: SQL =
        """
        standing.year, standing.agencyID, standing.dutyID, standing.opensOn, standing.closesOn,
        standing.dueOn, standing.lateFrom, standing.counted, standing.needed, standing.metOn,
        standing.heldUntil, standing.declaredOn, standing.waivedFrom, standing.waivedUntil,
        standing.isEmpty
        """

    package init(_ row: inout RowReader) throws {
        year = try row.next()
        agencyID = try row.next()
        duty = try row.next()
        opensOn = try row.next()
        closesOn = try row.next()
        dueOn = try row.next()
        lateFrom = try row.next()
        counted = try row.next()
        needed = try row.next()
        metOn = try row.next()
        heldUntil = try row.next()
        declaredOn = try row.next()
        waivedFrom = try row.next()
        waivedUntil = try row.next()
        isEmpty = try row.next()
    }

    private var values: SQL {
        """
        (\(year), \(agencyID), \(duty), \(opensOn), \(closesOn), \(dueOn), \(lateFrom),
          \(counted), \(needed), \(metOn), \(heldUntil), \(declaredOn), \(waivedFrom),
          \(waivedUntil), \(isEmpty))
        """
    }

    /// The kept standings of a year within `reach`, in the order of agencies and duties.
    static func kept(
        in year: ROCYear, within reach: Reach, of duties: Set<MeasureID>? = nil,
        _ session: any Session
    ) throws -> [Standing] {
        let narrowed: SQL =
            duties.map { "AND standing.dutyID IN \(list: $0.sorted())" } ?? ""
        return try session.all(
            """
            SELECT \(columns) FROM standing
            WHERE standing.year = \(year) AND \(reach, covers: "standing.agencyID") \(narrowed)
            ORDER BY standing.agencyID, standing.dutyID, standing.opensOn
            """)
    }

    /// Puts `new` in the place of `old`, writing only what differs: from one day to the next, nearly
    /// all agencies stand as they stood.
    ///
    /// - Parameter old: as `kept` reads them.
    static func replace(
        _ old: [Standing], with new: [Standing], _ session: any Session
    ) throws {
        let (old, new) = moved(old, new)
        let before = Dictionary(old.map { ($0.key, $0) }) { $1 }
        let after = Set(new.map(\.key))
        for key in before.keys where !after.contains(key) {
            try session.execute(
                """
                DELETE FROM standing
                WHERE year = \(key.year) AND agencyID = \(key.agencyID)
                  AND dutyID = \(key.duty) AND opensOn = \(key.opensOn)
                """)
        }
        let changed = new.filter { before[$0.key] != $0 }
        for some in changed.slices(of: atOnce) {
            try write(Array(some), session)
        }
    }

    /// The standings of those agencies alone of which something moved.
    private static func moved(
        _ old: [Standing], _ new: [Standing]
    ) -> (old: [Standing], new: [Standing]) {
        let (before, after) = (byAgency(old), byAgency(new))
        var moved: (old: [Standing], new: [Standing]) = ([], [])
        for agency in Set(before.keys).union(after.keys) {
            let (old, new) = (before[agency] ?? [], after[agency] ?? [])
            let inOrder = new.sorted { ($0.duty, $0.opensOn) < ($1.duty, $1.opensOn) }
            guard !inOrder.elementsEqual(old) else { continue }
            moved.old += old
            moved.new += new
        }
        return moved
    }

    /// The standings of each agency; those of one mostly lie together, and then nothing is copied.
    private static func byAgency(_ standings: [Standing]) -> [AgencyID: ArraySlice<Standing>] {
        var slices: [AgencyID: ArraySlice<Standing>] = [:]
        var start = 0
        while start < standings.count {
            let agency = standings[start].agencyID
            let end =
                standings[start...].firstIndex { $0.agencyID != agency } ?? standings.count
            let slice = standings[start..<end]
            slices[agency] = slices[agency].map { $0 + slice } ?? slice
            start = end
        }
        return slices
    }

    /// How many rows one statement writes; both databases limit the parameters.
    private static let atOnce = 500

    private static func write(_ standings: [Standing], _ session: any Session) throws {
        try session.execute(
            """
            INSERT INTO standing (
              year, agencyID, dutyID, opensOn, closesOn, dueOn, lateFrom, counted, needed, metOn,
              heldUntil, declaredOn, waivedFrom, waivedUntil, isEmpty)
            VALUES \(SQL(joining: standings.map(\.values), with: ", "))
            ON CONFLICT (year, agencyID, dutyID, opensOn) DO UPDATE SET
              closesOn = excluded.closesOn, dueOn = excluded.dueOn,
              lateFrom = excluded.lateFrom, counted = excluded.counted,
              needed = excluded.needed, metOn = excluded.metOn, heldUntil = excluded.heldUntil,
              declaredOn = excluded.declaredOn, waivedFrom = excluded.waivedFrom,
              waivedUntil = excluded.waivedUntil, isEmpty = excluded.isEmpty
            """)
    }
}

extension ROCYear: Storable {
    package var stored: StoredValue { .integer(Int64(number)) }

    package static func read(_ row: any ColumnSource, _ index: Int) throws -> ROCYear {
        guard let year = ROCYear(Int(try row.integer(index))) else {
            throw StorageFault.column(index, expected: "a year of the Republic")
        }
        return year
    }
}
