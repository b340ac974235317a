import Kernel

/// A calendar as other programs take it in (RFC 5545).
struct ICalendar: Sendable {
    let name: String
    let entries: [CalendarEntry]
    /// When it was drawn up.
    let at: Instant

    var bytes: [UInt8] { Array(lines.map(Self.folded).joined().utf8) }

    private var lines: [String] {
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chengdun//Chengdun//ZH",
            "X-WR-CALNAME:\(Self.escaped(name))",
        ] + entries.flatMap(event) + ["END:VCALENDAR"]
    }

    private func event(_ entry: CalendarEntry) -> [String] {
        let times =
            if let moment = entry.moment {
                ["DTSTART:\(Self.stamp(moment))", "DTEND:\(Self.stamp(moment))"]
            } else {
                [
                    "DTSTART;VALUE=DATE:\(Self.date(entry.day))",
                    "DTEND;VALUE=DATE:\(Self.date(entry.day.adding(days: 1)))",
                ]
            }
        return [
            "BEGIN:VEVENT", "UID:\(Self.escaped(entry.key))@chengdun", "DTSTAMP:\(Self.stamp(at))",
        ]
            + times
            + ["SUMMARY:\(Self.escaped(entry.title.zh))", "TRANSP:TRANSPARENT", "END:VEVENT"]
    }

    private static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }

    /// A moment in universal time, as in `20261123T011200Z`.
    private static func stamp(_ moment: Instant) -> String {
        let universal = moment.adding(hours: -8)
        let (hour, minute, second) = universal.timeOfDay
        let clock = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(date(universal.day))T\(clock)Z"
    }

    /// Text in which no sign ends a value or a line (§3.3.11).
    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing(
                "\r", with: "\\n")
    }

    /// A line in parts of 75 bytes at most, cut between characters (§3.1).
    static func folded(_ line: String) -> String {
        var folded = ""
        var length = 0
        for character in line {
            let size = character.utf8.count
            if length + size > 75 {
                folded += "\r\n "
                length = 1
            }
            folded.append(character)
            length += size
        }
        return folded + "\r\n"
    }
}
