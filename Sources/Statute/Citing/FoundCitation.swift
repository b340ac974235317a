import Kernel

/// One mention of the law in a text, and where its subject stands on a given day.
package struct FoundCitation: Hashable, Sendable {
    /// The words of the text, without spaces and line breaks.
    package let text: String
    /// From 1 on.
    package let line: Int
    /// The stable word for the instrument, as in `act`.
    package let instrumentID: String
    /// Its title when the text was written.
    package let instrument: Term
    /// The place that is cited; `nil` where the instrument as a whole is.
    package let article: Article?
    /// What the place is about; `nil` where nobody has said.
    package let subject: Term?
    /// Whether the words still lead to the same subject on the day.
    package let isCurrent: Bool
    /// Where the subject stands on the day; empty where it is not known.
    package let now: [Standing]
    /// What a person has to look up.
    package let question: Term?

    /// A place in the law as it stands on a day.
    package struct Standing: Hashable, Sendable {
        package let instrument: Term
        package let article: Article?
    }
}
