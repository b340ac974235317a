import Access
import HTML
import Kernel
import Web

/// Chooses whose plan is read, and for which year.
struct PlanChooser: Component {
    let readout: PlanReadout
    let path: Path

    var body: HTML {
        form(.get, to: path, .class("filter")) {
            if !readout.choices.isEmpty {
                div(.class("filter__item")) {
                    label(.for("plan-agency")) { Term("機關", en: "Agency") }
                    select(.id("plan-agency"), .name("agency")) {
                        for choice in readout.choices {
                            option(
                                .value(choice.id.description),
                                .when(choice.id == readout.agency.id, .selected)
                            ) { String(repeating: "　", count: choice.depth) + choice.name }
                        }
                    }
                }
            }
            div(.class("filter__item")) {
                label(.for("plan-year")) { Term("年度", en: "Year") }
                select(.id("plan-year"), .name("year")) {
                    for year in PlanQuestion.years(around: readout.today) {
                        option(
                            .value(year.number), .when(year == readout.question.year, .selected)
                        ) { Term("\(year.number) 年", en: "\(year.gregorian)") }
                    }
                }
            }
            submit(Term("看這一份", en: "Show"), .plain)
        }
    }
}

extension PlanReadout {
    /// What stands over every page of the plan: whose, which year, which version.
    var eyebrow: HTML {
        let year = question.year
        let which =
            version.map { $0.name } ?? Term("系統範本（市府尚未採用）", en: "The product's text, not adopted")
        return HTML(
            Term(
                "\(agency.name)　\(year.number) 年　\(which.zh)",
                en: "\(agency.name) · \(year.gregorian) · \(which.en)"))
    }

    /// The same question at another page of the plan.
    func place(_ path: Path) -> Path { question.at(path, today: today) }
}
