import HTML
import Kernel
import Web

/// How many of some demands stand in which way.
struct SupportTally {
    private var counts: [SupportBook.Standing: Int] = [:]
    let all: Int

    init(_ requirements: [Requirement], _ supports: SupportBook) {
        all = requirements.count
        for requirement in requirements {
            counts[supports.standing(of: requirement), default: 0] += 1
        }
    }

    subscript(_ standing: SupportBook.Standing) -> Int { counts[standing] ?? 0 }
}

/// As in 「12 項有證明，3 項已聲明，4 項尚無證明」: what is nought is left out, and a figure leads to
/// its demands.
struct SupportSums: Component {
    let tally: SupportTally
    let readout: PlanReadout
    /// The chapter that all of them are of, from 1 on.
    var chapter: Int?
    /// The figures that lead to their demands.
    var leading: Set<SupportBook.Standing> = Set(SupportBook.Standing.allCases)

    /// How many there are in all.
    var whole: HTML { a(.href(place(nil))) { tally.all } }

    var body: HTML {
        guard tally.all > 0 else { return HTML(Term("沒有對應的要求", en: "none")) }
        let standings = SupportBook.Standing.allCases.filter { tally[$0] > 0 }
        return HTML {
            for (index, standing) in standings.enumerated() {
                if index > 0 { Term("，", en: ", ") }
                if leading.contains(standing) {
                    a(.href(place(standing))) { tally[standing] }
                } else {
                    HTML("\(tally[standing])")
                }
                Term(" 項\(standing.term.zh)", en: " \(standing.term.en.lowercased())")
            }
        }
    }

    private func place(_ standing: SupportBook.Standing?) -> Path {
        readout.place("/plan/requirements").with("chapter", chapter)
            .with("standing", standing?.rawValue)
    }
}

extension SupportBook.Standing {
    var term: Term {
        switch self {
        case .proven: Term("有證明", en: "Proven")
        case .declared: Term("已聲明", en: "Declared")
        case .printed: Term("由文件呈現", en: "Shown by papers")
        case .builtIn: Term("由系統做到", en: "Done by the product itself")
        case .notApplicable: Term("不適用", en: "Not applicable")
        case .open: Term("尚無證明", en: "Not proven yet")
        }
    }

    /// As lists draw it; what is only declared never looks done.
    var tag: HTML {
        switch self {
        case .proven, .printed, .builtIn: status(.done, term)
        case .declared: status(.progress, term)
        case .notApplicable: status(.notApplicable, term)
        case .open: status(.none, term)
        }
    }
}
