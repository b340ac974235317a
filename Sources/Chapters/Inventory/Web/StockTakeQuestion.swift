import Foundation
import HTML
import Kernel
import Web

/// What part of a round somebody looks at; the address keeps it.
struct StockTakeQuestion: Hashable, Sendable {
    /// `nil` for all.
    var result: StockTakeResult?
    var filter = StockTakeFilter()
    var after: StockTakeKey?

    init() {}

    init(_ fields: Fields) throws {
        result = StockTakeResult(rawValue: fields["result"])
        filter.words = String(fields["q"].prefix(100))
        filter.place = fields["place"].isEmpty ? nil : fields["place"]
        filter.keeper = fields["keeper"].isEmpty ? nil : fields["keeper"]
        filter.assetClass = AssetClass(rawValue: fields["assetClass"])
        if let asset = UUID(hyphenated: fields["after"]) {
            after = StockTakeKey(name: fields["from"], asset: asset)
        }
    }

    /// The parts of the address but for the page.
    var pairs: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        if let result { pairs.append(("result", result.rawValue)) }
        return pairs + filterPairs
    }

    var filterPairs: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        if !filter.words.isEmpty { pairs.append(("q", filter.words)) }
        if let place = filter.place { pairs.append(("place", place)) }
        if let keeper = filter.keeper { pairs.append(("keeper", keeper)) }
        if let assetClass = filter.assetClass {
            pairs.append(("assetClass", assetClass.rawValue))
        }
        return pairs
    }

    func place(of id: UUID, after key: StockTakeKey? = nil) -> Path {
        Path.stockTake(id).with(pairs)
            .with("after", key?.asset.hyphenated).with("from", key?.name)
    }

    /// The same, of assets with another result.
    func of(_ result: StockTakeResult?) -> StockTakeQuestion {
        var question = self
        question.result = result
        question.after = nil
        return question
    }
}
