import Foundation
import Kernel
import Registers
import Storage

/// How much protection a system needs: 普, 中 or 高 (資通安全責任等級分級辦法 附表九).
package enum ProtectionNeed: String, Choice {
    case general = "普"
    case medium = "中"
    case high = "高"

    package var term: Term {
        switch self {
        case .general: Term("普", en: "General")
        case .medium: Term("中", en: "Medium")
        case .high: Term("高", en: "High")
        }
    }
}

extension ProtectionNeed: Comparable {
    package static func < (a: ProtectionNeed, b: ProtectionNeed) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .general: 1
        case .medium: 2
        case .high: 3
        }
    }
}

/// The four sides from which a system's need is graded (附表九).
package enum GradingSide: CaseIterable, Sendable {
    case confidentiality
    case integrity
    case availability
    case compliance

    package var term: Term {
        switch self {
        case .confidentiality: Term("機密性", en: "Confidentiality")
        case .integrity: Term("完整性", en: "Integrity")
        case .availability: Term("可用性", en: "Availability")
        case .compliance: Term("法律遵循性", en: "Legal compliance")
        }
    }
}

/// One side's grade and why.
package struct Grade: Hashable, Sendable {
    package let need: ProtectionNeed?
    package let reason: String?
}

/// The four grades of a system, and the need that follows from them.
package struct Grading: Hashable, Sendable {
    package let confidentiality: Grade
    package let integrity: Grade
    package let availability: Grade
    package let compliance: Grade

    package subscript(_ side: GradingSide) -> Grade {
        switch side {
        case .confidentiality: confidentiality
        case .integrity: integrity
        case .availability: availability
        case .compliance: compliance
        }
    }

    /// The highest of the four; `nil` until all four are graded.
    package var need: ProtectionNeed? {
        let needs = GradingSide.allCases.compactMap { self[$0].need }
        return needs.count == GradingSide.allCases.count ? needs.max() : nil
    }

    /// The sides that wait for a grade or for its reason.
    package var gaps: [GradingSide] {
        GradingSide.allCases.filter { self[$0].need == nil || self[$0].reason == nil }
    }

    /// Why the need is what it is.
    package var explanation: Term {
        guard let need else {
            let missing = GradingSide.allCases.filter { self[$0].need == nil }.map(\.term)
            return Term(
                "\(missing.map(\.zh).joined(separator: "、"))還沒有分級，四個構面都填了才有結果。",
                en:
                    "Grade \(missing.map { $0.en.lowercased() }.formatted(.list(type: .and))) first."
            )
        }
        let deciding = GradingSide.allCases.filter { self[$0].need == need }.map(\.term)
        return Term(
            "\(deciding.map(\.zh).joined(separator: "、"))是\(need.term.zh)，四個構面取最高，所以是\(need.term.zh)。",
            en:
                "The highest of four: \(deciding.map(\.en).joined(separator: ", ")) is \(need.term.en)."
        )
    }
}
