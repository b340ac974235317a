import Kernel

/// What a number of an XLSX means, by the format it is shown in.
enum NumberFormat: Sendable {
    case number, day, moment, time

    /// One of the formats that have a number and no text (ISO/IEC 29500-1 §18.8.30), with those of
    /// East Asian editions.
    init(builtIn id: Int) {
        self =
            switch id {
            case 14...17, 27...31, 36, 50...54, 57, 58: .day
            case 18...21, 32...35, 45...47, 55, 56: .time
            case 22: .moment
            default: .number
            }
    }

    /// A format as written: `yyyy/mm/dd`, `[$-404]e"年"m"月"d"日"`, `0.00E+00`.
    init(_ code: String) {
        var showsDay = false
        var showsTime = false
        var scalars = Substring(code).unicodeScalars
        // Only the first section; the others are for negative numbers, nought and text.
        while let scalar = scalars.popFirst(), scalar != ";" {
            switch scalar {
            case "\"": Self.skip(&scalars, past: "\"")
            case "[":
                let inside = scalars.prefix { $0 != "]" }
                if Self.isElapsed(inside) { showsTime = true }
                Self.skip(&scalars, past: "]")
            case "\\", "_", "*": _ = scalars.popFirst()
            case "y", "Y", "d", "D", "b", "B": showsDay = true
            case "e", "E":
                // An exponent has a sign; the year of an era has none.
                if scalars.first != "+" && scalars.first != "-" { showsDay = true }
            case "h", "H", "s", "S": showsTime = true
            case "G", "g":
                if String(scalars).lowercased().hasPrefix("eneral") {
                    scalars.removeFirst(6)
                }
            default: break
            }
        }
        self = showsDay ? (showsTime ? .moment : .day) : (showsTime ? .time : .number)
    }

    private static func isElapsed(_ inside: Substring.UnicodeScalarView) -> Bool {
        !inside.isEmpty && inside.allSatisfy { "hHmMsS".unicodeScalars.contains($0) }
    }

    private static func skip(
        _ scalars: inout Substring.UnicodeScalarView, past end: Unicode.Scalar
    ) {
        while let scalar = scalars.popFirst(), scalar != end {}
    }
}

/// How an XLSX counts days: from 1900, with a 29 February that never was, or from 1904.
enum SerialCalendar: Sendable {
    case from1900, from1904

    /// The value that a number means in a format; a number that is no date stays a number.
    func value(_ number: Double, as format: NumberFormat) -> CellValue {
        guard format != .number, number.isFinite, number >= 0, number < 2_958_466 else {
            return .number(number)
        }
        let seconds = Int((number * 86_400).rounded())
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        if format == .time { return .time(seconds: seconds) }
        guard let day = day(days) else { return .number(number) }
        return rest == 0 ? .day(day) : .moment(day, seconds: rest)
    }

    private func day(_ serial: Int) -> Day? {
        switch self {
        case .from1904: Self.start1904?.adding(days: serial)
        case .from1900 where serial > 60: Self.start1900?.adding(days: serial - 1)
        case .from1900 where (1..<60).contains(serial): Self.start1900?.adding(days: serial)
        case .from1900: nil
        }
    }

    private static let start1900 = Day(year: 1899, month: 12, day: 31)
    private static let start1904 = Day(year: 1904, month: 1, day: 1)
}
