/// A moment, in whole microseconds of universal time.
///
/// People read moments in the time of Taipei, which has kept one offset since 1980.
package struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z; negative before.
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The start of `day` in Taipei.
    package init(startOf day: Day) {
        microseconds = (Int64(day.number) * 86_400 - Self.taipeiOffset) * 1_000_000
    }

    package static func < (a: Instant, b: Instant) -> Bool {
        a.microseconds < b.microseconds
    }

    package func adding(seconds: Int64) -> Instant {
        Instant(microseconds: microseconds + seconds * 1_000_000)
    }

    package func adding(minutes: Int) -> Instant { adding(seconds: Int64(minutes) * 60) }
    package func adding(hours: Int) -> Instant { adding(seconds: Int64(hours) * 3_600) }

    /// Whole seconds from `earlier` to this moment, rounded down.
    package func seconds(since earlier: Instant) -> Int64 {
        (microseconds - earlier.microseconds).quotientRoundedDown(by: 1_000_000)
    }

    /// The calendar day in Taipei.
    package var day: Day {
        Day(number: Int(taipeiSeconds.quotientRoundedDown(by: 86_400)))
    }

    /// The clock time in Taipei, whole seconds.
    package var timeOfDay: (hour: Int, minute: Int, second: Int) {
        let second = Int(taipeiSeconds - Int64(day.number) * 86_400)
        return (second / 3_600, second / 60 % 60, second % 60)
    }

    static let taipeiOffset: Int64 = 8 * 3_600

    private var taipeiSeconds: Int64 {
        microseconds.quotientRoundedDown(by: 1_000_000) + Self.taipeiOffset
    }
}

extension Instant: LosslessStringConvertible {
    /// Reads ISO 8601: `2026-11-23T09:12[:30[.123456]]` followed by `Z`, an offset or nothing,
    /// which means the time of Taipei.
    package init?(_ text: String) {
        let form =
            /(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6})\d*)?)?(Z|[+-]\d{2}:?\d{2})?/
        guard let match = text.wholeMatch(of: form), let day = Day(String(match.1)),
            let hour = Int64(match.2), hour < 24, let minute = Int64(match.3), minute < 60,
            let second = Int64(match.4 ?? "0"), second < 60
        else { return nil }
        let offset = match.6.flatMap { Self.offset($0) } ?? Self.taipeiOffset
        let fraction = Int64((String(match.5 ?? "") + "000000").prefix(6)) ?? 0
        let clock = hour * 3_600 + minute * 60 + second
        microseconds = (Int64(day.number) * 86_400 + clock - offset) * 1_000_000 + fraction
    }

    /// ISO 8601 in the time of Taipei, whole seconds: `2026-11-23T09:12:30+08:00`.
    package var description: String {
        let time = timeOfDay
        return "\(day)T\(twoDigits(time.hour)):\(twoDigits(time.minute)):\(twoDigits(time.second))"
            + "+08:00"
    }

    private static func offset(_ text: Substring) -> Int64? {
        guard text != "Z" else { return 0 }
        let digits = text.dropFirst().filter(\.isNumber)
        guard let hours = Int64(digits.prefix(2)), let minutes = Int64(digits.suffix(2)) else {
            return nil
        }
        return (text.first == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}

/// Where the time comes from; tests give a fixed one.
package struct TimeSource: Sendable {
    package let now: @Sendable () -> Instant

    package init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }
}
