import Kernel

/// Why somebody is not signed in. Nothing here says whether an account exists.
package enum SignInRefusal: Refusal, Equatable {
    /// The account, the password, or both.
    case wrong
    case locked(minutes: Int)
    case tooManyFromHere
    case busy
    case noPost
    case linkSpent
    case meansNotAccepted
    case unknownSession
    case unknownSeat

    package var kind: RefusalKind {
        switch self {
        case .wrong, .noPost, .meansNotAccepted: .invalid
        case .locked, .tooManyFromHere, .busy: .limit
        case .linkSpent, .unknownSession, .unknownSeat: .notFound
        }
    }

    /// After how many seconds a new try makes sense, at most; `nil` where waiting does not help.
    package var secondsToWait: Int? {
        switch self {
        case .locked(let minutes): minutes * 60
        case .tooManyFromHere: 15 * 60
        case .busy: 5
        default: nil
        }
    }

    package var code: String {
        switch self {
        case .wrong: "sign_in.wrong"
        case .locked: "sign_in.locked"
        case .tooManyFromHere: "sign_in.too_many"
        case .busy: "sign_in.busy"
        case .noPost: "sign_in.no_post"
        case .linkSpent: "sign_in.link_spent"
        case .meansNotAccepted: "sign_in.means"
        case .unknownSession: "session.unknown"
        case .unknownSeat: "session.unknown_seat"
        }
    }

    package var message: Term {
        switch self {
        case .wrong:
            Term(
                "帳號或密碼不對。看一下大小寫，再試一次",
                en: "The account or the password is wrong. Check capitals and try again")
        case .locked(let minutes):
            Term(
                "試了太多次，先停 \(minutes) 分鐘。忘了密碼就找機關的管理人員要新的連結",
                en: "Too many tries. Wait \(minutes) minutes, or ask for a new link")
        case .tooManyFromHere:
            Term(
                "這個網路位置失敗太多次，過 15 分鐘再試",
                en: "Too many failures from this network. Try again in 15 minutes")
        case .busy:
            Term("現在登入的人很多，過幾秒再試", en: "Many people are signing in. Try again shortly")
        case .noPost:
            Term(
                "您目前沒有任何機關的職務。找機關的管理人員指派",
                en: "You hold no post in any agency at present. Ask your administrator")
        case .linkSpent:
            Term(
                "這個連結已經用過或過期。找給您連結的人再要一個。",
                en: "This link has been used or is too old. Ask for a new one.")
        case .meansNotAccepted:
            Term("這裡不接受這種登入方式。", en: "This way of signing in is not accepted here.")
        case .unknownSession:
            Term("這個登入已經結束了。", en: "That session has ended.")
        case .unknownSeat:
            Term(
                "您現在不能以這個身分處理。重新選一個。",
                en: "You cannot act from there now. Choose another.")
        }
    }
}
