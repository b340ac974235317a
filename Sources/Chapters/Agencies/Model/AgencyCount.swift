import Access
import Foundation
import Kernel
import Storage

/// How many organisations the plan binds on a day (貳): the one count behind every page and paper.
package struct AgencyCount: Hashable, Sendable {
    package let day: Day
    /// How many of each kind, in the order of the kinds.
    package let kinds: [OfKind]

    package struct OfKind: Hashable, Sendable {
        package let name: String
        /// `nil` for a kind that nobody has entered; its agencies are in no figure.
        package let tally: AgencyTally?
        package let number: Int
    }

    package init(day: Day, kinds: [OfKind]) {
        self.day = day
        self.kinds = kinds
    }

    package var agencies: Int { sum { $0 == .agency } }
    /// The kindergartens are among them.
    package var schools: Int { sum { $0 == .school || $0 == .kindergarten } }
    package var kindergartens: Int { sum { $0 == .kindergarten } }
    package var all: Int { kinds.reduce(0) { $0 + $1.number } }
    /// Kinds that count nowhere because nobody has entered them.
    package var unknown: [OfKind] { kinds.filter { $0.tally == nil } }

    private func sum(_ counts: (AgencyTally?) -> Bool) -> Int {
        kinds.filter { counts($0.tally) }.reduce(0) { $0 + $1.number }
    }

    /// The sentence of chapter 貳.
    package var sentence: Term {
        Term(
            "所屬機關計 \(agencies) 個，學校計 \(schools) 所（含 \(kindergartens) 所幼兒園）",
            en:
                "\(agencies) agencies and \(schools) schools, \(kindergartens) of them kindergartens"
        )
    }

    /// Counts the organisations of `reach` on `day`.
    package static func on(_ day: Day, in reach: Reach, _ view: View) throws -> AgencyCount {
        let counted: [(name: String, number: Int)] = try view.all(
            """
            SELECT agencyPeriod.kind, count(*) FROM agencyPeriod
            WHERE \(AgencyPeriod.holds(on: day)) AND \(reach, covers: "agencyPeriod.agencyID")
            GROUP BY agencyPeriod.kind ORDER BY agencyPeriod.kind
            """
        ) { (try $0.next(), try $0.next()) }
        let kinds = try AgencyKinds.all(view)
        let known = kinds.all.compactMap { kind in
            counted.first { $0.name == kind.name }.map {
                OfKind(name: kind.name, tally: kind.tally, number: $0.number)
            }
        }
        let others = counted.filter { kinds.tally(of: $0.name) == nil }
            .map { OfKind(name: $0.name, tally: nil, number: $0.number) }
        return AgencyCount(day: day, kinds: known + others)
    }
}

/// The figures that a text gives for chapter 貳.
package struct StatedCount: Hashable, Sendable {
    package let agencies: Int?
    package let schools: Int?
    package let kindergartens: Int?

    /// Reads 「所屬機關計144個，學校計250所（含14所幼兒園）」 out of a text.
    package init(_ text: String) {
        let plain = text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text
        agencies = plain.firstMatch(of: /機關計\s*(\d+)\s*個/).flatMap { Int($0.1) }
        schools = plain.firstMatch(of: /學校計\s*(\d+)\s*所/).flatMap { Int($0.1) }
        kindergartens = plain.firstMatch(of: /含\s*(\d+)\s*所幼兒園/).flatMap { Int($0.1) }
    }

    /// Where the text and the list say different things (02-2).
    package func differences(from count: AgencyCount) -> [Term] {
        [
            (Term("機關", en: "agencies"), agencies, count.agencies),
            (Term("學校", en: "schools"), schools, count.schools),
            (Term("幼兒園", en: "kindergartens"), kindergartens, count.kindergartens),
        ].compactMap { what, stated, counted in
            guard let stated, stated != counted else { return nil }
            return Term(
                "\(what.zh)：核定文字寫 \(stated)，名單上是 \(counted)。",
                en: "\(what.en): the approved text says \(stated), the list \(counted).")
        }
    }
}
