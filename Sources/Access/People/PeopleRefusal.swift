import Kernel

/// Why a change of people, posts, deputies or consents is turned down.
package enum PeopleRefusal: Refusal, Equatable {
    case unknown
    case nameLength
    case accountForm
    case accountShared(String)
    case accountTaken(String)
    case endsBeforeItBegins
    /// Nobody gives a post to themselves or takes one away.
    case ownPost
    /// The roles of the city and of operators, and who holds them, belong to the city.
    case roleOfCity
    case onlyPrincipal
    case deputyOutside
    case onlySuperior
    case documentMissing
    case tokenTooLong(days: Int)
    case tokenTooWide
    /// Everybody has a password, or no account.
    case nobodyToInvite
    case roleUnknown(String)
    /// A word that no account stands by.
    case stateUnknown(String)
    /// The account was closed, or there is none.
    case noAccount

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .nameLength, .accountForm, .accountShared, .endsBeforeItBegins, .documentMissing,
            .tokenTooLong, .roleUnknown, .stateUnknown:
            .invalid
        case .ownPost, .roleOfCity, .onlyPrincipal, .tokenTooWide: .forbidden
        case .accountTaken, .deputyOutside, .onlySuperior, .nobodyToInvite, .noAccount: .conflict
        }
    }

    package var code: String {
        switch self {
        case .unknown: "person.unknown"
        case .nameLength: "person.name"
        case .accountForm: "person.account"
        case .accountShared: "person.account_shared"
        case .accountTaken: "person.account_taken"
        case .endsBeforeItBegins: "person.term"
        case .ownPost: "person.own_post"
        case .roleOfCity: "person.role_of_city"
        case .onlyPrincipal: "deputy.only_principal"
        case .deputyOutside: "deputy.outside"
        case .onlySuperior: "consent.only_superior"
        case .documentMissing: "consent.document"
        case .tokenTooLong: "token.too_long"
        case .tokenTooWide: "token.too_wide"
        case .roleUnknown: "person.role_unknown"
        case .stateUnknown: "person.state_unknown"
        case .nobodyToInvite: "invitation.nobody"
        case .noAccount: "invitation.no_account"
        }
    }
}

extension PeopleRefusal {
    package var message: Term {
        switch self {
        case .unknown: Term("找不到這筆資料。", en: "There is no such record.")
        case .nameLength: Term("填寫姓名，最多 60 字", en: "Enter the name, at most 60 characters")
        case .accountForm:
            Term(
                "帳號用 3 到 64 個小寫英文字母、數字或 . _ - @",
                en: "An account has 3 to 64 small letters, digits or . _ - @")
        case .accountShared(let account):
            Term(
                "\(account) 像是共用帳號。帳號要是個人的，例如 c.wang",
                en: "\(account) looks shared. An account is one person's, such as c.wang")
        case .accountTaken(let account):
            Term("帳號 \(account) 已經有人用。", en: "Somebody has the account \(account).")
        case .endsBeforeItBegins:
            Term("結束日不能早於開始日", en: "The last day cannot be before the first")
        case .ownPost:
            Term(
                "不能調整自己的角色。找另一位管理人員處理。",
                en: "You cannot change your own roles. Ask another administrator.")
        case .roleOfCity:
            Term(
                "資訊局和系統管理者的角色與帳號，只能由資訊局在市府管理。",
                en: "Only the city manages the roles and accounts of city and operator.")
        case .onlyPrincipal:
            Term("代理人要由本人指定。", en: "People choose their own deputy.")
        case .deputyOutside:
            Term(
                "代理人要是同一個機關、有職務的人。",
                en: "A deputy holds a post in the same agency.")
        case .onlySuperior:
            Term("只有上級機關可以代辦。", en: "Only a superior can act for an agency.")
        case .documentMissing:
            Term("填寫同意代辦的公文文號", en: "Enter the number of the letter of consent")
        case .tokenTooLong(let days):
            Term("金鑰最多用 \(days) 天", en: "A key lasts at most \(days) days")
        case .roleUnknown(let word):
            Term("沒有「\(word)」這個角色。", en: "There is no role “\(word)”.")
        case .stateUnknown(let word):
            Term(
                "帳號狀態只有 open 和 closed，沒有「\(word)」。",
                en: "An account is open or closed, not “\(word)”.")
        case .nobodyToInvite:
            Term(
                "勾選的人都設好密碼了，或沒有帳號。",
                en: "All of them have a password already, or no account.")
        case .noAccount:
            Term("先填帳號，再邀請。", en: "Give the person an account first.")
        case .tokenTooWide:
            Term(
                "金鑰不能做您自己不能做的事。",
                en: "A key cannot do what you may not do yourself.")
        }
    }
}
