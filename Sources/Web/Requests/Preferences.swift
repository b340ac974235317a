import Kernel

/// How a reader likes the pages: kept in cookies, so that the server draws them right at once.
package struct Preferences: Hashable, Sendable {
    package var language = Language.chinese
    package var theme = Theme.system
    package var density = Density.roomy

    package enum Theme: String, CaseIterable, Sendable {
        case system, light, dark

        package var term: Term {
            switch self {
            case .system: Term("依系統設定", en: "As the system")
            case .light: Term("淺色", en: "Light")
            case .dark: Term("深色", en: "Dark")
            }
        }
    }

    package enum Density: String, CaseIterable, Sendable {
        case roomy, compact

        package var term: Term {
            switch self {
            case .roomy: Term("舒適", en: "Roomy")
            case .compact: Term("緊密", en: "Compact")
            }
        }
    }

    package init() {}

    /// From the cookies; a language that was never chosen is the browser's.
    init(cookies: Cookies, acceptLanguage: String?) {
        language =
            cookies["lang"].flatMap(Language.init(rawValue:))
            ?? Language(preferredIn: acceptLanguage ?? "")
        theme = cookies["theme"].flatMap(Theme.init(rawValue:)) ?? .system
        density = cookies["density"].flatMap(Density.init(rawValue:)) ?? .roomy
    }
}

extension Language {
    /// The first of the product's languages by the weights of `Accept-Language`; else Chinese.
    init(preferredIn header: String) {
        let wishes = header.split(separator: ",").prefix(20).map { part in
            let sides = part.split(separator: ";")
            let weight = sides.dropFirst().first.flatMap {
                Double(String($0).trimmed.replacing("q=", with: ""))
            }
            return (name: String(sides.first ?? "").trimmed.lowercased(), weight: weight ?? 1)
        }
        let known = wishes.filter { $0.name.hasPrefix("zh") || $0.name.hasPrefix("en") }
        let best = known.max { $0.weight < $1.weight }
        self = best?.name.hasPrefix("en") == true ? .english : .chinese
    }
}
