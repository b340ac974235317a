import HTML
import Kernel

/// How long there is until the law wants something done, as the server counts it; with a script it
/// is told anew each half minute. The moment itself stands beside it, for those without one.
///
/// The last hour is hot, and so is what is late; the last quarter of the time is warm.
package struct StatutoryClock: Component {
    let start: Instant
    let due: Instant
    let now: Instant

    package init(from start: Instant, until due: Instant, now: Instant) {
        self.start = start
        self.due = due
        self.now = now
    }

    package var body: HTML {
        time(
            exactly: due, .class("left num\(heat)"), .data("clock", String(warmMinutes))
        ) { now.left(until: due) }
        small(.class("num")) { deadline(due) }
    }

    private var minutes: Int64 { due.seconds(since: now) / 60 }
    private var warmMinutes: Int64 { due.seconds(since: start) / 60 / 4 }

    private var heat: String {
        if now > due || minutes <= 60 { return " left--hot" }
        return minutes <= warmMinutes ? " left--warm" : ""
    }
}

/// How many of the clocks that have started are met, as dots on a line.
package struct ClockProgress: Component {
    let met: Int
    let of: Int

    package init(_ met: Int, of count: Int) {
        self.met = met
        of = count
    }

    package var body: HTML {
        svg(
            .viewBox(0, 0, 260, 26), .role("img"),
            .aria("label", Term("已完成 \(met) 個時限，共 \(of) 個", en: "\(met) of \(of) deadlines met"))
        ) {
            rect(.class("ck-track"), .x(6), .y(11), .width(248), .height(4), .rx(2))
            for index in 0..<max(of, 1) { dot(index) }
        }
    }

    @HTMLBuilder
    private func dot(_ index: Int) -> HTML {
        let isMet = index < met
        let x = 8 + Double(index) * 244 / Double(max(of - 1, 1))
        circle(.class(isMet ? "ck-dot ck-dot--done" : "ck-dot"), .cx(x), .cy(13), .r(6))
    }
}

/// A moment by which something is owed; midnight is told as the end of the day before.
package func deadline(_ moment: Instant) -> HTML {
    let (hour, minute, second) = moment.timeOfDay
    let isMidnight = hour == 0 && minute == 0 && second == 0
    let day = isMidnight ? moment.day.adding(days: -1) : moment.day
    let clock = isMidnight ? "24:00" : moment.clock
    return time(exactly: moment) {
        Term(
            "\(day.rocSlashes)（\(day.weekday.term.zh)）\(clock) 前",
            en: "by \(day.weekday.term.en), \(day) \(clock)")
    }
}

extension Instant {
    /// How long it is until `due`, as in 「41 分」, 「1 天 3 小時」 and 「逾期 5 分」.
    package func left(until due: Instant) -> Term {
        let seconds = due.seconds(since: self)
        let minutes = (abs(seconds) + (seconds < 0 ? 59 : 0)) / 60
        let (days, hours, rest) = (minutes / 1_440, minutes / 60 % 24, minutes % 60)
        let zh = [
            days > 0 ? "\(days) 天" : nil, hours > 0 ? "\(hours) 小時" : nil,
            days == 0 ? "\(rest) 分" : nil,
        ].compactMap(\.self).joined(separator: " ")
        let en = [
            days > 0 ? "\(days) d" : nil, hours > 0 ? "\(hours) h" : nil,
            days == 0 ? "\(rest) min" : nil,
        ].compactMap(\.self).joined(separator: " ")
        return seconds < 0 ? Term("逾期 \(zh)", en: "\(en) overdue") : Term(zh, en: en)
    }
}
