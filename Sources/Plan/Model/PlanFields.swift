import Agencies
import Kernel
import Papers
import Statute
import Storage

/// What differs in the plan's text by city and day: names, counts, the objectives' figures.
package struct PlanFields: Sendable {
    package let values: [FieldName: String]

    /// - Parameters:
    ///   - office: the agency at the root of the tree.
    ///   - count: the organisations as at the day.
    package init(office: String, count: AgencyCount, law: Law) {
        let day = count.day
        let name = CityName(of: office)
        var words: [String: String] = [
            "機關數": String(count.agencies), "學校數": String(count.schools),
            "幼兒園數": String(count.kindergartens), "資料日期": day.rocWords,
            "資訊主管機關": name.office,
        ]
        words["市府名稱"] = name.city
        words["事件程序"] = name.city.map { $0 + "資通安全事件通報及應變程序" }
        words["市府資安規定"] = law.currentName(of: "city-rule", on: day)
        words["資訊使用稽核規定"] = law.currentName(of: "city-use-audit", on: day)
        for objective in law.objectives(on: day) {
            switch (objective.target, objective.need) {
            case (.incidents, _):
                words["重大事件上限"] = ChineseNumeral.plain.text(objective.hundredths / 100)
            case (.availability, _): words["高等級可用率"] = objective.percentage
            case (.publicAvailability, _): words["民眾服務可用率"] = objective.percentage
            }
        }
        values = words.reduce(into: [:]) { $0[FieldName($1.key)] = $1.value }
    }
}

extension Law {
    /// The title that an instrument of the city bears on a day; `nil` once it is gone.
    fileprivate func currentName(of id: String, on day: Day) -> String? {
        instrument(id, on: day)?.name.zh
    }
}

extension Objective {
    /// As in 「97.5%」.
    fileprivate var percentage: String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        guard rest > 0 else { return "\(whole)%" }
        return rest.isMultiple(of: 10)
            ? "\(whole).\(rest / 10)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
