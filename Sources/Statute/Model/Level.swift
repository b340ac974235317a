import Kernel

/// The responsibility level of an agency, A the heaviest (資通安全責任等級分級辦法 §4–8).
package enum Level: String, CaseIterable, Comparable, Hashable, Sendable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"

    /// A lower level binds less: `.e < .a`.
    package static func < (one: Level, other: Level) -> Bool { one.rawValue > other.rawValue }

    package var term: Term { Term("\(rawValue) 級", en: "Level \(rawValue)") }
}

/// How much protection an information system needs (附表九).
package enum Need: String, CaseIterable, Comparable, Hashable, Sendable {
    case basic = "普"
    case medium = "中"
    case high = "高"

    private var rank: Int {
        switch self {
        case .basic: 1
        case .medium: 2
        case .high: 3
        }
    }

    package static func < (one: Need, other: Need) -> Bool { one.rank < other.rank }

    package var term: Term {
        switch self {
        case .basic: Term(rawValue, en: "Basic")
        case .medium: Term(rawValue, en: "Medium")
        case .high: Term(rawValue, en: "High")
        }
    }
}

/// How grave an incident is, from 1 to 4; 3 and 4 are 重大資通安全事件.
package enum IncidentLevel: Int, CaseIterable, Comparable, Hashable, Sendable {
    case one = 1
    case two, three, four

    package static func < (one: IncidentLevel, other: IncidentLevel) -> Bool {
        one.rawValue < other.rawValue
    }

    package var term: Term { Term("第 \(rawValue) 級", en: "Level \(rawValue)") }
}

/// What kind of organisation of the city a duty speaks to.
package enum OrganisationKind: String, CaseIterable, Hashable, Sendable {
    case agency
    case school
    case city

    package var term: Term {
        switch self {
        case .agency: Term("機關", en: "Agency")
        case .school: Term("學校", en: "School")
        case .city: Term("市府", en: "City government")
        }
    }
}
