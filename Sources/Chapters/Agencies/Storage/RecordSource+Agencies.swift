import HTML
import Kernel
import Outline
import Storage

extension RecordSource {
    /// The decisions on an agency's responsibility level.
    static let levelDecisions = RecordSource(
        "level-decisions", Term("責任等級核定", en: "Level decisions"), see: .seeAgencies,
        showing: { agency, _ in Path("agencies", agency.description) }
    ) { reach, _, _ in
        """
        SELECT count(*) FROM levelDecision
        WHERE removedAt IS NULL AND \(reach, covers: "levelDecision.agencyID")
        """
    }

    /// Whether it is known whom to call in an agency.
    static let contacts = RecordSource(
        "agency-contacts", Term("資安窗口", en: "Security contacts"), see: .seeAgencies,
        showing: { agency, _ in Path("agencies", agency.description) }
    ) { reach, _, _ in
        """
        SELECT count(*) FROM agencyContacts
        WHERE \(reach, covers: "agencyContacts.agencyID")
        """
    }

    /// The agencies directly below an agency, of today.
    static let below = RecordSource(
        "agencies.below", Term("所屬機關", en: "Agencies below"), see: .seeAgencies,
        showing: { agency, _ in Path("agencies", agency.description).at("below") }
    ) { reach, _, _ in
        """
        SELECT count(*) FROM agency
        WHERE agency.removedAt IS NULL AND \(reach, covers: "agency.parentID")
        """
    }

    /// What an agency was called and under whom it stood, from which day until which.
    static let periods = RecordSource(
        "agency-periods", Term("沿革", en: "What it was"), see: .seeAgencies,
        showing: { agency, _ in Path("agencies", agency.description).at("periods") }
    ) { reach, _, _ in
        """
        SELECT count(*) FROM agencyPeriod WHERE \(reach, covers: "agencyPeriod.agencyID")
        """
    }
}
