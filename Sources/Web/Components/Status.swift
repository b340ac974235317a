import HTML
import Kernel

/// How far something that is owed has come: the only five words for it, one for what has no last day
/// and is not there, and one for "not ours".
package enum Status: String, CaseIterable, Sendable {
    case done, progress, due, late, missing, none, notApplicable

    package var term: Term {
        switch self {
        case .done: Term("已完成", en: "Done")
        case .progress: Term("進行中", en: "In progress")
        case .due: Term("快到期", en: "Due soon")
        case .late: Term("已逾期", en: "Overdue")
        case .missing: Term("該補上", en: "Missing")
        case .none: Term("未開始", en: "Not started")
        case .notApplicable: Term("不適用", en: "Not applicable")
        }
    }

    /// The name of the look in the style sheet.
    package var look: String {
        switch self {
        case .done: "done"
        case .progress: "prog"
        case .due: "due"
        case .late: "over"
        case .missing: "miss"
        case .none: "none"
        case .notApplicable: "na"
        }
    }
}

/// Draws a state: a sign, a word and a weight of its own, so that it never depends on hue alone.
/// This is the only way to draw one.
///
/// - Parameter words: what to say instead of the state's own word, as in 「逾期 3 天」.
package func status(_ status: Status, _ words: Term? = nil) -> HTML {
    span(.class("tag tag--\(status.look)")) {
        glyph(status)
        words ?? status.term
    }
}

/// The sign of a state, for drawings that say the word elsewhere.
package func glyph(_ status: Status) -> HTML {
    svg(.viewBox(0, 0, 14, 14), .class("glyph"), .aria("hidden", "true")) { glyphLines(status) }
}

/// The lines of a sign, 14 by 14, for a drawing of which it is a part.
@HTMLBuilder
func glyphLines(_ status: Status) -> HTML {
    switch status {
    case .done: drawing(.d("m3 7.5 2.7 2.7L11 4.5"))
    case .progress:
        circle(.cx(7), .cy(7), .r(4.5))
        drawing(.d("M7 4.75a2.25 2.25 0 0 1 0 4.5"), .strokeWidth(4.5))
    case .due:
        circle(.cx(7), .cy(7), .r(4.8))
        drawing(.d("M7 4.3V7l1.8 1.3"))
    case .late:
        drawing(.d("M7 2.8v5"))
        drawing(.d("M7 11v.1"))
    case .missing:
        drawing(.d("M7 3.5v7"))
        drawing(.d("M3.5 7h7"))
    case .none: circle(.cx(7), .cy(7), .r(4.5), .strokeDashes("2 2"))
    case .notApplicable: drawing(.d("M3.5 7h7"))
    }
}
