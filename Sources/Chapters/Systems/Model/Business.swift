import Access
import Foundation
import Kernel
import Registers
import Storage

/// A business (業務) of an agency, core or not, with what depends on it (參, 捌, 附件2).
package struct Business: RegisterRow {
    package var head: RowHead
    package let name: String
    package let standing: BusinessStanding
    /// Why it is core by law; core business has one.
    package let legalGround: String?
    /// The unit that answers for it (權責單位).
    package let owner: String
    /// 重要性說明.
    package let importance: String?
    /// 業務失效影響說明.
    package let failureEffect: String?
    /// 最大可容忍中斷時間 in hours; a blank is missing, never nought.
    package let longestOutageHours: Int?
    package var systems: SystemsOfBusiness
}

/// Whether a business is core (資通安全管理法施行細則, core business).
package enum BusinessStanding: String, Choice {
    case core
    case nonCore

    package var term: Term {
        switch self {
        case .core: Term("核心業務", en: "Core")
        case .nonCore: Term("非核心業務", en: "Not core")
        }
    }
}

/// What a business answers when it is asked for its systems.
package enum SystemsAnswer: String, Choice {
    case listed
    /// 無: it needs no system.
    case none
    /// 向上集中: a superior runs the system for the agency.
    case centralised

    package var term: Term {
        switch self {
        case .listed: Term("有，如下列", en: "Listed below")
        case .none: Term("無", en: "None")
        case .centralised: Term("向上集中", en: "Run by a superior")
        }
    }
}

/// The systems that a business depends on, and who runs them where the agency does not.
package struct SystemsOfBusiness: Hashable, Sendable {
    /// `nil` until somebody has answered.
    package let answer: SystemsAnswer?
    /// Names of systems of the register; what matches none stands as it was written.
    package let names: Names
    /// Who runs it, where the answer is 向上集中.
    package let runBy: String?

    package init(answer: SystemsAnswer?, names: Names, runBy: String?) {
        self.answer = answer
        self.names = names
        self.runBy = runBy
    }

    /// The same with other names: an answer that the names contradict gives way.
    package func naming(_ names: Names) -> SystemsOfBusiness {
        let answer: SystemsAnswer? =
            switch (self.answer, names.isEmpty) {
            case (nil, false), (.none?, false): .listed
            case (.listed?, true): nil
            case (let answer, _): answer
            }
        return SystemsOfBusiness(answer: answer, names: names, runBy: runBy)
    }

    /// Reads the words of the official form, which knows but one cell: 「無」, 「校務系統（向上集中）」.
    init(written names: Names, answer: SystemsAnswer?, runBy: String?) {
        guard answer == nil else {
            self.init(answer: answer, names: names, runBy: runBy)
            return
        }
        if names.all == ["無"] {
            self.init(answer: SystemsAnswer.none, names: Names(), runBy: runBy)
            return
        }
        let mark = /[（(]?\s*向上集中\s*[）)]?/
        let isCentralised = names.all.contains { $0.contains(mark) }
        let bare = names.all.map { String($0.replacing(mark, with: "")) }.filter { !$0.isEmpty }
        let found: SystemsAnswer? = isCentralised ? .centralised : names.isEmpty ? nil : .listed
        self.init(answer: found, names: Names(bare), runBy: runBy)
    }
}
