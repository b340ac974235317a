/// Words shown to people, in the two languages of the product: Traditional Chinese first.
///
/// A term carries both wordings from the place where it is written, so that neither is forgotten:
/// `Term("資通系統", en: "Information system")`.
package struct Term: Hashable, Sendable {
    package let zh: String
    package let en: String

    package init(_ zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The wording for a reader of `language`.
    package func callAsFunction(_ language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}

/// A language that the product speaks.
package enum Language: String, CaseIterable, Sendable {
    case chinese = "zh-Hant-TW"
    case english = "en"
}
