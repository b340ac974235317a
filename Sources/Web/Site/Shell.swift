import Access
import HTML
import Kernel

/// What stands around every page: the site's name, its menu and the ways out.
package struct Shell: Sendable {
    package var product = Term("城盾", en: "Chengdun")
    package var institution = Term("資通安全維護計畫", en: "Cybersecurity maintenance plan")
    /// Whether invented data are shown; said in the header of every page.
    package var isDemonstration = false
    package var menu: [MenuPart] = []
    package var home: Path = "/"
    package var search: Path?
    /// The button that is in the same place on every page.
    package var incident: NavigationItem?
    package var signIn: Path = "/sign-in"
    package var signOut: Path?
    /// Where the person's own settings are.
    package var account: Path?
    /// Where the person changes the agency to act in.
    package var seats: Path?
    /// Where the person's messages are, and how many are unread.
    package var bell: Bell?
    package var footer: [NavigationItem] = []

    package init() {}
}

/// The way to a person's messages, with the number of those that are unread.
package struct Bell: Sendable {
    package let path: Path
    let count: @Sendable (Caller) async throws -> Int

    /// - Parameter count: one quick question; it is asked for every page.
    package init(_ path: Path, count: @escaping @Sendable (Caller) async throws -> Int) {
        self.path = path
        self.count = count
    }
}

/// One word of the menu, and the places that belong together under it.
package struct MenuPart: Sendable {
    /// What tells it from the others.
    package let name: String
    package let term: Term
    package let places: [NavigationItem]

    package init(_ name: String, _ term: Term, _ places: [NavigationItem]) {
        self.name = name
        self.term = term
        self.places = places
    }

    /// The part as its reader sees it; `nil` when none of its places is open to them.
    package func opened(for caller: Caller?) -> MenuPart? {
        let open = places.filter { $0.isShown(to: caller) }
        return open.isEmpty ? nil : MenuPart(name, term, open)
    }
}

/// A way to another part of the site, shown to those who may go there.
package struct NavigationItem: Sendable {
    package let term: Term
    package let path: Path
    package let audience: Route.Audience
    package let icon: StaticString?
    /// Whether it is only shown to people of agencies that supervise others.
    private let isOfSupervisors: Bool

    package init(
        _ term: Term, _ path: Path, _ audience: Route.Audience = .signedIn,
        icon: StaticString? = nil, isOfSupervisors: Bool = false
    ) {
        self.term = term
        self.path = path
        self.audience = audience
        self.icon = icon
        self.isOfSupervisors = isOfSupervisors
    }

    func isShown(to caller: Caller?) -> Bool {
        guard !isOfSupervisors || caller?.supervises == true else { return false }
        return switch audience {
        case .open: true
        case .signedIn: caller != nil
        case .needs(let permission): caller?.may(permission) ?? false
        }
    }

    /// Whether the place asked for lies under this one.
    func holds(_ place: String) -> Bool {
        place == path.text || (path.text != "/" && place.hasPrefix(path.text + "/"))
    }
}
