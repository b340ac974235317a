import Kernel

/// How sure the city can be of a rule: what of its text somebody has really seen.
///
/// Clerks do not meet the mark on a to-do; it stands inside "why" and on the rule's own page.
package enum Certainty: String, CaseIterable, Sendable {
    /// The text of the law or the official form was seen.
    case verified = "V"
    /// Two or more independent sources agree.
    case corroborated = "S2"
    /// One source says so.
    case single = "S1"
    /// From memory; to be checked by a person against the official text.
    case memory = "M"

    /// The word that programs read: `verified`, `secondary` or `memory`.
    package var word: String {
        switch self {
        case .verified: "verified"
        case .corroborated, .single: "secondary"
        case .memory: "memory"
        }
    }

    package var term: Term {
        switch self {
        case .verified: Term("已核對原文", en: "Text seen")
        case .corroborated: Term("多個來源一致", en: "Several sources agree")
        case .single: Term("單一來源", en: "One source")
        case .memory: Term("待核對", en: "To be checked")
        }
    }
}
