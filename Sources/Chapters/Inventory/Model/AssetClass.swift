import Kernel
import Registers

/// The four natures by which the plan sorts assets (柒/一/1).
package enum AssetClass: String, Choice {
    case information
    case software
    case physical
    case support

    package var term: Term {
        switch self {
        case .information: Term("資訊", en: "Information")
        case .software: Term("軟體", en: "Software")
        case .physical: Term("實體", en: "Physical")
        case .support: Term("支援服務", en: "Support service")
        }
    }

    /// Takes the words of the forms and those that other lists use: 硬體設備, 資訊資產, 「HW 硬體」. A
    /// word that says more than the class, as 網路設備, is no class: it would be lost.
    package init(typed text: String) throws(FieldProblem) {
        let uncoded = text.drop { $0.isASCII }
        let word = uncoded.isEmpty ? text : String(uncoded)
        let bare = word.hasSuffix("資產") ? String(word.dropLast(2)) : word
        switch bare {
        case "硬體", "硬體設備", "實體設備", "資訊設備", "設備", "財產": self = .physical
        case "資料", "文件", "資訊-文件", "資訊-資料": self = .information
        case "支援", "服務", "環境保護": self = .support
        default: self = try Self.among(bare)
        }
    }

    private static func among(_ text: String) throws(FieldProblem) -> AssetClass {
        guard !text.isEmpty else { throw .empty }
        let found = allCases.first {
            $0.rawValue == text || $0.term.zh == text
                || $0.term.en.lowercased() == text.lowercased()
        }
        guard let found else {
            throw .other(
                Term(
                    "寫的是「\(text)」，要改成資訊、軟體、實體、支援服務其中一個。",
                    en: "“\(text)” must be information, software, physical or support service."))
        }
        return found
    }
}

/// Where an asset is in its life.
package enum AssetState: String, Choice {
    case inUse
    case idle
    case scrapped

    package var term: Term {
        switch self {
        case .inUse: Term("使用中", en: "In use")
        case .idle: Term("閒置", en: "Idle")
        case .scrapped: Term("報廢", en: "Scrapped")
        }
    }
}

/// Where an asset comes from, when that is a matter of security.
package enum AssetOrigin: String, Choice {
    case harmful
    case mainland

    package var term: Term {
        switch self {
        case .harmful: Term("危害國家資通安全產品", en: "Product harmful to national security")
        case .mainland: Term("大陸廠牌", en: "Mainland Chinese make")
        }
    }
}
