import Access
import Agencies
import Kernel
import Registers
import Sheets
import Storage

/// What is asked of a line of somebody's list of people before it is taken: whose people they are,
/// that an account is one person's, and that no post is ended by a blank.
final class PersonInspection {
    private let caller: Caller
    private let agencies: [String: [AgencyOnDay]]
    /// Those that are no more, by their name.
    private let ends: [String: AgencyEnd]
    private let city: AgencyID?
    private var accounts: [String: String]
    private var names: Set<String>

    init(_ view: View) throws {
        caller = view.caller
        let reach = Reach.subtree(path: caller.agencyPath)
        let all = try AgencyOnDay.all(on: view.now.day, in: reach, view).filter { !$0.hasEnded }
        agencies = Dictionary(grouping: all, by: \.name.comparable)
        ends = try AgencyEnd.byName(under: caller, view.session)
        city = try Agency.city(view.session)?.id
        let taken: [(String, String)] = try view.all(
            "SELECT account, name FROM person WHERE account IS NOT NULL"
        ) { (try $0.next(), try $0.next()) }
        accounts = Dictionary(taken) { first, _ in first }
        let without: [(String, String)] = try view.all(
            """
            SELECT agency.name, person.name FROM person
            JOIN agency ON agency.id = person.agencyID
            WHERE person.account IS NULL AND \(reach, covers: "person.agencyID")
            """
        ) { (try $0.next(), try $0.next()) }
        names = Set(without.map { Self.key($0.0, $0.1) })
    }

    /// What is wrong with a line; a line that is in order is remembered for those after it.
    func errors(_ new: PersonLine, _ old: PersonLine?) -> [FieldError] {
        let agency = new.agency ?? caller.agencyName
        var errors = ofAgency(agency)
        if let old {
            if let written = new.agency, written.comparable != old.agency?.comparable {
                errors.append(FieldError(field: "atAgency", message: Self.elsewhere(old)))
            }
            if new.roles != old.roles { errors += ofRoles(new.roles, after: old, in: agency) }
        } else {
            errors += ofAccount(new, in: agency) + ofRoles(new.roles, after: nil, in: agency)
        }
        if errors.isEmpty, old == nil {
            if let account = new.account { accounts[account.text] = new.name }
            if new.account == nil { names.insert(Self.key(agency, new.name)) }
        }
        return errors
    }

    private func ofAgency(_ name: String) -> [FieldError] {
        switch agencies[name.comparable]?.count ?? 0 {
        case 1: []
        case 0: [FieldError(field: "atAgency", message: unknown(name))]
        default: [FieldError(field: "atAgency", message: Self.unclear(name))]
        }
    }

    private func ofAccount(_ new: PersonLine, in agency: String) -> [FieldError] {
        guard let account = new.account else { return [] }
        if let holder = accounts[account.text] {
            return [FieldError(field: "account", message: Self.taken(account, holder))]
        }
        guard names.contains(Self.key(agency, new.name)) else { return [] }
        return [FieldError(field: "account", message: Self.namesake(new.name))]
    }

    /// The roles of the city are given at the city, by the city; nobody's own are.
    private func ofRoles(
        _ roles: RoleList, after old: PersonLine?, in agency: String
    ) -> [FieldError] {
        if roles.roles.isEmpty, let old, !old.roles.roles.isEmpty {
            return [FieldError(field: "roles", message: Self.blank)]
        }
        if let old, old.id == caller.person {
            return [FieldError(field: "roles", message: PeopleRefusal.ownPost.message)]
        }
        let changed = Set(roles.roles).symmetricDifference(old?.roles.roles ?? [])
        let isAtCity = agencies[agency.comparable]?.first?.id == city
        let isCity =
            caller.person == nil || caller.isOfCity && caller.roles.contains(.city)
        guard !changed.isDisjoint(with: [.city, .operator]), !(isAtCity && isCity) else {
            return []
        }
        return [FieldError(field: "roles", message: PeopleRefusal.roleOfCity.message)]
    }

    private static func key(_ agency: String, _ name: String) -> String {
        "\(agency.comparable)\u{1F}\(name.comparable)"
    }
}

extension PersonInspection {
    private func unknown(_ name: String) -> Term {
        if let end = ends[name.comparable] { return AgencyRefusal.ended(end).message }
        return Term("名單裡沒有「\(name)」這個機關，寫機關全名", en: "There is no agency “\(name)” in the list.")
    }

    private static func unclear(_ name: String) -> Term {
        Term("名單裡不只一個「\(name)」，在畫面上新增", en: "Several agencies are called “\(name)”.")
    }

    private static func elsewhere(_ old: PersonLine) -> Term {
        Term(
            "這個帳號是\(old.agency ?? "")的\(old.name)。調到別的機關，在人員頁免除舊角色、指派新角色",
            en: "The account is of \(old.name), \(old.agency ?? ""). Move people on their page.")
    }

    private static func taken(_ account: AccountName, _ holder: String) -> Term {
        Term(
            "帳號 \(account.text) 已經是\(holder)的，一個帳號一個人",
            en: "The account \(account.text) is \(holder)'s.")
    }

    private static func namesake(_ name: String) -> Term {
        Term(
            "名冊裡已經有沒有帳號的\(name)；是同一個人，在人員頁補帳號",
            en: "The list has \(name) without an account. If it is the same, add it on their page.")
    }

    private static let blank = Term(
        "空著不會免除角色，寫現在的角色；要免除在人員頁", en: "A blank ends no role. Write the roles.")
}
