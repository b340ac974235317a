import Access
import HTML
import Kernel
import Registers
import Storage
import Web

/// A list whose records prove clauses of the plan: what it is called, where it is, and how its
/// records are counted for some agencies and a year.
package struct RecordSource: Sendable {
    /// The word by which the list of demands names it: the plural noun of its address.
    package let name: String
    package let term: Term
    package let see: Permission
    package let supervision: Supervision
    /// Whether the records are those of the year; otherwise what stands in the list today.
    package let isYearly: Bool
    private let counting: Counting
    private let showing: @Sendable (AgencyID, ROCYear) -> Path

    /// - Throws: `RecordSourceFault` where the list cannot be narrowed as the source says.
    package typealias Counting = @Sendable (Reach, ROCYear, Day) throws -> SQL

    /// - Parameters:
    ///   - path: the list; it takes `agency` and, where the records are the year's, `year`.
    ///   - counting: a SELECT of one number for a reach, a year and today.
    package init(
        _ name: String, _ term: Term, at path: Path, see: Permission,
        supervision: Supervision = .open, isYearly: Bool = false,
        counting: @escaping Counting
    ) {
        self.init(
            name, term, see: see, supervision: supervision, isYearly: isYearly,
            showing: { agency, year in
                path.with("agency", agency).with("year", isYearly ? year.number : nil)
            }, counting: counting)
    }

    /// - Parameter showing: where the records of an agency and year are seen.
    package init(
        _ name: String, _ term: Term, see: Permission, supervision: Supervision = .open,
        isYearly: Bool = false, showing: @escaping @Sendable (AgencyID, ROCYear) -> Path,
        counting: @escaping Counting
    ) {
        self.name = name
        self.term = term
        self.showing = showing
        self.see = see
        self.supervision = supervision
        self.isYearly = isYearly
        self.counting = counting
    }

    /// Where the records of `agency` are seen.
    package func place(_ agency: AgencyID, _ year: ROCYear) -> Path { showing(agency, year) }

    /// A register as its list shows it when nothing is asked: not what is in the bin, and where
    /// the list answers a question by itself only what answers it.
    package init<Row: RegisterRow>(_ register: Register<Row>) {
        let usual = register.columns.usual
        self.init(
            register.path, register.title, at: Path(register.path), of: register,
            where: { today in usual?.condition(today) ?? "TRUE" })
    }

    /// The rows of a register that answer one of its questions; called as in `assets.unmanaged`.
    ///
    /// - Parameter term: the question's own words where none are given.
    package init<Row: RegisterRow>(
        _ register: Register<Row>, only question: String, _ term: Term? = nil
    ) {
        let asked = register.columns.question(question)
        self.init(
            "\(register.path).\(question)", term ?? asked?.term ?? register.title,
            at: Path(register.path).with("only", question), of: register,
            where: { today in
                guard let asked else {
                    throw RecordSourceFault.noSuchQuestion(question, of: register.path)
                }
                return asked.condition(today)
            })
    }

    /// The rows of a register that a filtered column narrows its list to.
    ///
    /// - Parameter filter: the column and its value as they stand in the list's address.
    package init<Row: RegisterRow>(
        _ register: Register<Row>, _ part: String, _ term: Term,
        filter: (column: String, value: String)
    ) {
        self.init(
            "\(register.path).\(part)", term,
            at: Path(register.path).with(filter.column, filter.value), of: register,
            where: { _ in
                guard
                    let found = try? register.columns.filter(filter.column, filter.value)
                else {
                    throw RecordSourceFault.noSuchFilter(
                        filter.column, filter.value, of: register.path)
                }
                return found.condition
            })
    }

    private init<Row: RegisterRow>(
        _ name: String, _ term: Term, at path: Path, of register: Register<Row>,
        where condition: @escaping @Sendable (Day) throws -> SQL
    ) {
        let table = register.table
        self.init(
            name, term, at: path, see: register.see, supervision: register.supervision
        ) { reach, _, today in
            let holds = try condition(today)
            return """
                SELECT count(*) FROM \(table) AS item
                WHERE item.removedAt IS NULL AND (\(holds))
                  AND \(reach, covers: "item.agencyID")
                """
        }
    }
}

extension View {
    /// How many records each list has for the agencies of `reach`, in one question.
    ///
    /// - Parameter reach: within the caller's own; lists that the caller may not see are left out.
    package func counts(
        of sources: [RecordSource], within reach: Reach, in year: ROCYear
    ) throws -> [String: Int] {
        let seen = sources.filter { source in
            caller.may(source.see)
                && (source.supervision == .open || reach == .agency(caller.agency))
        }
        guard !seen.isEmpty else { return [:] }
        let pieces = try seen.map { source -> SQL in
            let count = try source.count(reach, year, now.day)
            return "SELECT \(source.name) AS name, (\(count)) AS number"
        }
        let rows = try all(SQL(joining: pieces, with: " UNION ALL ")) { row in
            (name: try row.next(String.self), number: try row.next(Int.self))
        }
        return Dictionary(rows.map { ($0.name, $0.number) }) { first, _ in first }
    }
}

extension RecordSource {
    fileprivate func count(_ reach: Reach, _ year: ROCYear, _ today: Day) throws -> SQL {
        try counting(reach, year, today)
    }
}

/// A source that names what its register has not: it would count nothing, and so seem to say that
/// there is nothing.
package enum RecordSourceFault: Error, Hashable {
    case noSuchQuestion(String, of: String)
    case noSuchFilter(String, String, of: String)
}
