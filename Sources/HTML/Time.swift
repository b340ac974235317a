import Kernel

/// A calendar day as the reader writes it: 115/11/23, or 2026-11-23 in English.
package func time(_ day: Day, _ attributes: Attribute...) -> HTML {
    HTML("time", attributes + [.datetime(day.description)]) {
        Term(day.rocSlashes, en: day.description)
    }
}

/// A moment as the reader writes it, to the minute, in the time of Taipei.
package func time(_ instant: Instant, _ attributes: Attribute...) -> HTML {
    HTML("time", attributes + [.datetime(instant.description)]) {
        Term(
            "\(instant.day.rocSlashes) \(instant.clock)", en: "\(instant.day) \(instant.clock)")
    }
}

/// A day or moment in words of the page's own, with the exact value for programs.
package func time(
    exactly value: some LosslessStringConvertible, _ attributes: Attribute...,
    @HTMLBuilder content: () -> HTML
) -> HTML {
    HTML("time", attributes + [.datetime(value.description)], content)
}

extension Instant {
    /// Hour and minute in Taipei, as in 「09:12」.
    package var clock: String {
        let (hour, minute, _) = timeOfDay
        return (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
    }
}
