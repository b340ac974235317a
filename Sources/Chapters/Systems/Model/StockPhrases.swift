import Kernel
import Statute

/// Phrases that agencies use in 附件2, offered beside free text.
enum StockPhrases {
    /// The grounds that the law knows for core business, in every wording it has had.
    static let grounds: [String] = {
        let items = (try? Law.bundled())?.items.filter { $0.list == "core-business" } ?? []
        var phrases: [String] = []
        for item in items.reversed() where !phrases.contains(item.rule.term.zh) {
            phrases.append(item.rule.term.zh)
        }
        return phrases
    }()

    static let importance = [
        "為本機關依組織法執掌，足認為重要者。",
        "為本機關組織法規所定之主要業務，直接服務民眾。",
        "涉及民眾個人資料之蒐集、處理或利用。",
        "支援本機關日常行政運作。",
    ]

    static let failureEffects = [
        "可能使本機關部分業務中斷。",
        "可能使民眾無法即時申辦，須改以人工受理。",
        "可能影響教學或行政之正常運作。",
        "可能使民眾資料外洩或無法更新，影響民眾權益。",
    ]
}
