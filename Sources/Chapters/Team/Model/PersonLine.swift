import Access
import Foundation
import Kernel
import Registers
import Storage

/// A person as a line of a spreadsheet: whom an agency has, with account and posts.
struct PersonLine: Hashable, Sendable {
    let head: RowHead
    /// 所屬機關; the agency whose list it is, where the file does not say.
    let agency: String?
    let name: String
    let account: AccountName?
    let email: String?
    let phone: String?
    let roles: RoleList
    var access: AccountAccess?

    var id: PersonID { PersonID(head.uuid) }

    var details: PersonDetails {
        get throws(PeopleRefusal) {
            try PersonDetails(name: name, account: account, email: email, phone: phone)
        }
    }

    static func make(
        _ head: RowHead, _ agency: String?, _ name: String, _ account: AccountName?,
        _ email: String?, _ phone: String?, _ roles: RoleList
    ) -> PersonLine {
        PersonLine(
            head: head, agency: agency, name: name, account: account, email: email, phone: phone,
            roles: roles)
    }

    static let columns = Columns<PersonLine>(
        identity: ["account"], otherwise: ["atAgency", "name"], make: make,
        Field(
            "atAgency", \.agency, Term("所屬機關", en: "Agency"),
            FieldTraits(aliases: ["機關", "機關名稱", "學校", "學校名稱", "機關（學校）名稱", "服務單位"]),
            rules: .atMost(100)),
        Field(
            "name", \.name, Term("姓名", en: "Name"),
            FieldTraits(aliases: ["承辦人", "聯絡人", "人員姓名"], searched: true), rules: .atMost(60)),
        Field(
            "account", \.account, Term("帳號", en: "Account"),
            FieldTraits(aliases: ["登入帳號", "使用者帳號"])),
        Field(
            "email", \.email, Term("Email", en: "Email"),
            FieldTraits(aliases: ["電子郵件", "信箱", "電子信箱", "E-mail"]), rules: .atMost(100)),
        Field(
            "phone", \.phone, Term("電話", en: "Phone"),
            FieldTraits(aliases: ["聯絡電話", "分機", "公務電話"]), rules: .atMost(40)),
        Field(
            "roles", \.roles, Term("角色", en: "Roles"),
            FieldTraits(aliases: ["系統角色", "擔任角色"], filtered: true)),
        derived: [
            .derived(
                Field(
                    "access", \.accessWords, Term("帳號狀態", en: "Account state"),
                    FieldTraits(filtered: true)))
        ])

    private var accessWords: String? { access?.term.zh }
}

/// What a person is in an agency, as one cell of a table: 「承辦人、資安長」.
struct RoleList: Hashable, Sendable {
    let roles: [Role]

    /// - Parameter roles: in any order.
    init(_ roles: [Role]) {
        self.roles = Role.allCases.filter(roles.contains)
    }
}

extension RoleList: FieldValue {
    init(typed text: String) throws(FieldProblem) {
        let words = text.split(whereSeparator: { "、,，;；/／\n".contains($0) })
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        var roles: [Role] = []
        for word in words {
            let role = Role.allCases.first {
                [$0.term.zh, $0.term.en.lowercased(), $0.rawValue.lowercased()]
                    .contains(word.lowercased())
            }
            guard let role else { throw .other(Self.unknown(word)) }
            roles.append(role)
        }
        self.init(roles)
    }

    private static func unknown(_ word: String) -> Term {
        let all = Role.allCases.map(\.term)
        return Term(
            "沒有「\(word)」這個角色，要用\(all.map(\.zh).joined(separator: "、"))，幾個角色用、隔開",
            en: "There is no role “\(word)”. Use \(all.map(\.en).joined(separator: ", ")).")
    }

    var typed: String { roles.map(\.term.zh).joined(separator: "、") }
    var shown: Term {
        Term(typed, en: roles.map(\.term.en).joined(separator: ", "))
    }
    var json: JSONScalar { roles.isEmpty ? .null : .text(typed) }
    static var input: FieldInput { .line }
    static var allowsNothing: Bool { true }

    var stored: StoredValue { roles.isEmpty ? .null : .text(typed) }
    static func read(_ row: any ColumnSource, _ index: Int) throws -> RoleList {
        (try? RoleList(typed: try String?.read(row, index) ?? "")) ?? RoleList([])
    }
}

extension AccountName: FieldValue {
    package init(typed text: String) throws(FieldProblem) {
        guard !text.isEmpty else { throw .empty }
        do {
            try self.init(text)
        } catch {
            throw .other(error.message)
        }
    }

    package var typed: String { text }
    package var json: JSONScalar { .text(text) }
    package static var input: FieldInput { .line }
}
