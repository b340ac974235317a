import HTML
import Kernel

extension Site {
    /// The places that belong to the site itself.
    static func ownRoutes(demonstration: Bool) -> [Route] {
        var routes = [
            Route(.get, "/healthz", .open) { _ in .text("ok\n") },
            Route(.post, "/preferences", .open, choosePreferences),
        ]
        if demonstration {
            routes.append(
                Route(.get, "/style-guide", .open) { request in
                    .page(StyleGuide(now: request.now).page)
                })
        }
        return routes
    }

    /// Keeps how the reader likes the pages and goes back to where they were.
    private static func choosePreferences(_ request: WebRequest) throws -> Answer {
        let form = try request.form
        var answer = Answer.redirect(to: Path(local: form["next"]) ?? "/")
        let year = 365 * 86_400
        if let language = Language(rawValue: form["language"]) {
            answer = answer.setting(Cookie("lang", language.rawValue, seconds: year))
        }
        if let theme = Preferences.Theme(rawValue: form["theme"]) {
            answer = answer.setting(Cookie("theme", theme.rawValue, seconds: year))
        }
        if let density = Preferences.Density(rawValue: form["density"]) {
            answer = answer.setting(Cookie("density", density.rawValue, seconds: year))
        }
        return answer
    }
}
