/// A piece of SQL: literal text and the values bound into it.
///
/// One text serves both engines. `\(value)` binds, always; `\(fragment)` nests another piece. The
/// parameters are counted (`$1…$n`, or `?` in SQLite) at the end, so pieces can be put together in any order.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    package enum Segment: Sendable {
        case literal(String)
        case value(StoredValue)
        /// The few words that the databases say differently.
        indirect case either(sqlite: [Segment], postgreSQL: [Segment])
    }

    package private(set) var segments: [Segment]

    package init(stringLiteral text: String) {
        segments = [.literal(text)]
    }

    package init(stringInterpolation: StringInterpolation) {
        segments = stringInterpolation.segments
    }

    /// The pieces one after the other with `separator` between them.
    package init(joining pieces: [SQL], with separator: StaticString) {
        segments = []
        let separator = "\(separator)"
        for (index, piece) in pieces.enumerated() {
            if index > 0 { segments.add(.literal(separator)) }
            for segment in piece.segments { segments.add(segment) }
        }
    }

    /// One piece where the databases differ. It belongs in an extension of this file's types and
    /// nowhere else.
    package init(sqlite: SQL, postgreSQL: SQL) {
        segments = [.either(sqlite: sqlite.segments, postgreSQL: postgreSQL.segments)]
    }

    package static func + (a: SQL, b: SQL) -> SQL {
        var sum = a
        sum.segments += b.segments
        return sum
    }

    /// The text with its parameters in the words of `dialect`, and their values in that order.
    package func rendered(for dialect: Dialect) -> (text: String, values: [StoredValue]) {
        var text = ""
        text.reserveCapacity(1_024)
        var values: [StoredValue] = []
        func append(_ segments: [Segment]) {
            for segment in segments {
                switch segment {
                case .literal(let literal): text += literal
                case .value(let value):
                    values.append(value)
                    // SQLite looks a name up among all before it, which lists of values make long.
                    text += dialect == .sqlite ? "?" : "$\(values.count)"
                case .either(let sqlite, let postgreSQL):
                    append(dialect == .sqlite ? sqlite : postgreSQL)
                }
            }
        }
        append(segments)
        return (text, values)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var segments: [Segment] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            segments.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            segments.add(.literal(literal))
        }

        package mutating func appendInterpolation(_ value: some Storable) {
            segments.append(.value(value.stored))
        }

        package mutating func appendInterpolation(value: StoredValue) {
            segments.append(.value(value))
        }

        package mutating func appendInterpolation(_ piece: SQL) {
            for segment in piece.segments { segments.add(segment) }
        }

        /// A name of a table or column that the program itself declares.
        package mutating func appendInterpolation(_ name: SQLName) {
            segments.add(.literal(name.text))
        }

        /// `($1, $2, …)`, or `(NULL)` for none.
        package mutating func appendInterpolation(list values: [some Storable]) {
            guard let first = values.first else { return segments.add(.literal("(NULL)")) }
            segments.add(.literal("("))
            segments.append(.value(first.stored))
            for value in values.dropFirst() {
                segments.append(.literal(", "))
                segments.append(.value(value.stored))
            }
            segments.append(.literal(")"))
        }
    }
}

extension Array<SQL.Segment> {
    /// Adds a segment; literal text goes on in the one before it.
    fileprivate mutating func add(_ segment: SQL.Segment) {
        if case .literal(let text) = segment, case .literal(var before)? = last {
            // Nothing else holds the text meanwhile, so that it grows where it is.
            removeLast()
            before += text
            append(.literal(before))
        } else {
            append(segment)
        }
    }
}

/// A name of a table or column: Latin letters and digits only, written in the program.
package struct SQLName: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(stringLiteral text: StaticString) {
        self.text = "\(text)"
        precondition(
            self.text.utf8.allSatisfy {
                (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || (0x30...0x39).contains($0) || $0 == 0x2E
            }, "a name of the database has Latin letters and digits only")
    }
}
