import HTML
import Kernel
import Statute
import Web

extension Path {
    static let incidents: Path = "/incidents"

    /// The page of one incident.
    package static func incident(_ id: IncidentID) -> Path { Path("incidents", id.description) }
}

extension Incident {
    var place: Path { .incident(id) }

    /// As in 「115-0042 網頁被改」.
    var heading: Term {
        Term("\(number) \(title.zh)", en: "\(number) \(title.en)")
    }

    /// The phase as lists draw it; what is late weighs most.
    func phaseTag(isLate: Bool) -> HTML {
        switch phase {
        case .untold, .unnotified: status(isLate ? .late : .due, phase.term)
        case .uncontained, .unreported, .closable: status(isLate ? .late : .progress, phase.term)
        case .closed: status(.done, phase.term)
        case .withdrawn: status(.notApplicable, phase.term)
        }
    }

    var levelTerm: Term {
        level?.term ?? Term("等級未定", en: "No level yet")
    }
}

/// Says on every page of a drill that it is none in earnest.
struct DrillBanner: Component {
    let isDrill: Bool

    var body: HTML {
        if isDrill {
            p(.class("acting drill"), .role("status")) {
                Term(
                    "這是演練，不是真的事件。不計入事件統計。",
                    en: "This is a drill, not a real incident. It counts in no figure.")
            }
        }
    }
}

/// A time as a browser's field for date and time takes it.
extension Instant {
    var typed: String { "\(day)T\(clock)" }
}
