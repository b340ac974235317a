import Access
import HTML
import Kernel
import Web

/// Chooses whose plan is read, and for which year.
struct PlanChooser: Component {
    let choices: [AgencyChoice]
    let agency: AgencyID
    let year: ROCYear
    let today: Day
    let path: Path

    var body: HTML {
        form(.get, to: path, .class("filter")) {
            if !choices.isEmpty {
                div(.class("filter__item")) {
                    label(.for("plan-agency")) { Term("機關", en: "Agency") }
                    select(.id("plan-agency"), .name("agency")) {
                        for choice in choices {
                            option(
                                .value(choice.id.description),
                                .when(choice.id == agency, .selected)
                            ) { String(repeating: "　", count: choice.depth) + choice.name }
                        }
                    }
                }
            }
            div(.class("filter__item")) {
                label(.for("plan-year")) { Term("年度", en: "Year") }
                select(.id("plan-year"), .name("year")) {
                    for other in PlanQuestion.years(around: today) {
                        option(
                            .value(other.number), .when(other == year, .selected)
                        ) { Term("\(other.number) 年", en: "\(other.gregorian)") }
                    }
                }
            }
            submit(Term("看這一份", en: "Show"), .plain)
        }
    }
}

extension PlanReadout {
    /// Asks for another agency or year at a page of the plan.
    func chooser(at path: Path) -> PlanChooser {
        PlanChooser(
            choices: choices, agency: agency.id, year: question.year, today: today, path: path)
    }

    /// What stands over every page of the plan: whose, which year, which version.
    var eyebrow: HTML {
        let year = question.year
        let which =
            version.map { isOwnText ? $0.ownName : $0.name }
            ?? Term("系統範本（市府尚未採用）", en: "The product's text, not adopted")
        return HTML(
            Term(
                "\(agency.name)　\(year.number) 年　\(which.zh)",
                en: "\(agency.name) · \(year.gregorian) · \(which.en)"))
    }

    /// The same question at another page of the plan.
    func place(_ path: Path) -> Path { question.at(path, today: today) }
}
