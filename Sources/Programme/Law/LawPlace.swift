import Access
import Duties
import HTML
import Kernel
import Web

/// Where the law is found.
enum LawPlace {
    static let list: Path = "/law"
    static let changes: Path = "/law/changes"
    static let cityDuties: Path = "/law/city-duties"
    static let calendars: Path = "/law/calendars"

    static func rule(_ name: RuleName) -> Path { Path("law", "rules", name.kind.rawValue, name.id) }

    static func confirmation(of name: RuleName) -> Path { rule(name).appending("confirmation") }

    static func cityDuty(_ duty: MeasureID) -> Path { cityDuties.appending(duty) }

    static func calendar(_ year: Int) -> Path { calendars.appending(year) }

    static let home = Crumb(Term("法規", en: "The law"), list)
}
