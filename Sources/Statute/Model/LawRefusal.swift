import Kernel

/// Why the law has no answer to a question.
package enum LawRefusal: Refusal, Equatable {
    /// No edition was in force on that day.
    case noLaw(Day)
    case unknownEdition(String, known: [String])
    /// The edition knows no such thing: sensitive information since 2026.
    case noRow(HarmFact, edition: String)
    case noFacts

    package var kind: RefusalKind { .invalid }

    package var code: String {
        switch self {
        case .noLaw: "law.none"
        case .unknownEdition: "law.unknown_edition"
        case .noRow: "law.no_row"
        case .noFacts: "law.no_facts"
        }
    }

    package var message: Term {
        switch self {
        case .noLaw(let day):
            Term(
                "\(day.rocSlashes) 還沒有適用的法規。改用施行之後的日期。",
                en: "No law was in force on \(day). Use a later day.")
        case .unknownEdition(let name, let known):
            Term(
                "沒有「\(name)」這一版。可以選 \(known.joined(separator: "、"))。",
                en: "There is no edition \(name). Choose \(known.joined(separator: ", ")).")
        case .noRow(let fact, let edition):
            Term(
                """
                \(edition) 版的等級表沒有「\(fact.asset.term.zh)\(fact.harm.term.zh)」這一列。\
                改以核心或非核心業務判斷。
                """,
                en: """
                    Edition \(edition) has no row for \(fact.harm.term.en) of \
                    \(fact.asset.term.en). Judge it as core or non-core business.
                    """)
        case .noFacts:
            Term(
                "還不知道影響。先填洩漏、竄改或中斷其中一項。",
                en: "Nothing is known yet. Give a leak, an alteration or an interruption.")
        }
    }
}

/// The level that an incident's facts make, and the row that decided it.
package struct SeverityVerdict: Sendable {
    package let level: IncidentLevel
    package let decidedBy: SeverityRow
    package let fact: HarmFact
    package let edition: String

    /// Why it is this level.
    package var explanation: Term {
        let citation = decidedBy.rule.citation
        return Term(
            """
            \(fact.asset.term.zh)\(fact.harm.term.zh)，\(fact.extent.term.zh)，\
            屬\(level.term.zh)（\(citation.zh)）。
            """,
            en: """
                \(fact.harm.term.en) of \(fact.asset.term.en), \(fact.extent.term.en): \
                \(level.term.en.lowercased()) (\(citation.en)).
                """)
    }
}

extension Law {
    /// The level of an incident by what was harmed; the highest row wins.
    package func severity(
        of facts: [HarmFact], on day: Day
    ) throws(LawRefusal) -> SeverityVerdict {
        let rows = severity.inForce(on: day)
        guard !rows.isEmpty else { throw .noLaw(day) }
        var verdict: SeverityVerdict?
        for fact in facts {
            guard let row = rows.filter({ $0.decides(fact) }).max(by: { $0.level < $1.level })
            else { throw .noRow(fact, edition: rows[0].rule.edition) }
            if verdict.map({ $0.level < row.level }) ?? true {
                verdict = SeverityVerdict(
                    level: row.level, decidedBy: row, fact: fact, edition: row.rule.edition)
            }
        }
        guard let verdict else { throw .noFacts }
        return verdict
    }
}
