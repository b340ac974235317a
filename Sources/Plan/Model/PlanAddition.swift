import Access
import Kernel
import Registers
import Storage

/// A clause that an agency adds below one of the city's (本機關增訂). The city's words stay as
/// they are; what is added stands behind them and says whose it is.
package struct PlanAddition: RegisterRow {
    package var head: RowHead
    /// The permanent id of the city's clause that it hangs below.
    package let clause: String
    package let words: String
    package let reason: String?

    package var name: String { words.count > 24 ? words.prefix(24) + "…" : words }

    package static let register = Register<PlanAddition>(
        kind: "planAddition", table: "planAddition", path: "plan-additions",
        title: Term("本機關增訂", en: "Own clauses"),
        one: Term("增訂條文", en: "Own clause"),
        emptyHint: Term(
            "還沒有增訂條文。本府的條文已足夠時可以不增訂；要加的話，從計畫的條文旁按「增訂」。",
            en: "No own clauses yet. Add one from beside a clause of the plan, where it is needed."),
        sort: "clause", see: .seePlan, edit: .editPlan, supervision: .open,
        columns: columns)

    private static let columns = Columns<PlanAddition>(
        identity: ["clause", "words"],
        make: { PlanAddition(head: $0, clause: $1, words: $2, reason: $3) },
        Field(
            "clause", \.clause, Term("增訂在哪一條之下", en: "Below which clause"),
            FieldTraits(
                aliases: ["條次", "條次代號"],
                hint: Term(
                    "條次的代號，例如 safeguards.devices；從計畫的條文旁按「增訂」會自動帶入",
                    en: "The clause's id, as safeguards.devices; filled in beside the clause"),
                listed: true, sorted: true, filtered: true),
            rules: .atMost(100)),
        Field(
            "words", \.words, Term("條文", en: "Words"),
            FieldTraits(
                hint: Term("寫成一句完整的條文，編號會自動接續", en: "One whole sentence; its number follows"),
                listed: true, searched: true, long: true),
            rules: .atMost(2_000)),
        Field(
            "reason", \.reason, Term("增訂理由", en: "Why"),
            FieldTraits(searched: true, long: true), rules: .atMost(500)))
}
