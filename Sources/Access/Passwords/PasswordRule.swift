import Kernel

/// What a new password must be: long, not a common one, and not the person's own name.
///
/// 15 to 128 characters of any kind; no forced mixture, no forced change by calendar (NIST SP
/// 800-63B-4 §3.1.1.2). What an agency must add by 附表十 is data of the agency.
package struct PasswordRule: Sendable {
    package let lengths: ClosedRange<Int>
    /// How many former passwords may not come back, the present one included.
    package let remembered: Int

    package init(lengths: ClosedRange<Int> = 15...128, remembered: Int = 5) {
        self.lengths = lengths
        self.remembered = remembered
    }

    /// - Parameter words: what belongs to the person: account, name, agency.
    package func check(_ password: Password, of words: [String]) throws(PasswordRefusal) {
        guard password.length >= lengths.lowerBound else {
            throw .tooShort(least: lengths.lowerBound, now: password.length)
        }
        guard password.length <= lengths.upperBound else {
            throw .tooLong(most: lengths.upperBound, now: password.length)
        }
        guard Set(password.text.unicodeScalars).count >= 5 else { throw .common }
        let left = CommonWords.removed(from: password.text, and: words)
        guard left.unicodeScalars.count >= 5 else { throw .common }
    }
}

/// What is wrong with a new password.
package enum PasswordRefusal: Refusal, Equatable {
    case tooShort(least: Int, now: Int)
    case tooLong(most: Int, now: Int)
    case common
    case usedBefore(Int)
    /// The two fields of a new password differ.
    case differs
    /// The present password, asked for before a change, is wrong.
    case wrongPresent

    package var kind: RefusalKind { .invalid }

    package var code: String {
        switch self {
        case .tooShort: "password.too_short"
        case .tooLong: "password.too_long"
        case .common: "password.common"
        case .usedBefore: "password.used_before"
        case .differs: "password.differs"
        case .wrongPresent: "password.wrong_present"
        }
    }

    package var message: Term {
        switch self {
        case .tooShort(let least, let now):
            Term(
                "密碼至少 \(least) 個字，現在 \(now) 個。可以用一句話",
                en: "Use at least \(least) characters; there are \(now). A sentence works well")
        case .tooLong(let most, let now):
            Term(
                "密碼最多 \(most) 個字，現在 \(now) 個",
                en: "Use at most \(most) characters; there are \(now)")
        case .common:
            Term(
                "這個密碼太常見，或只有您的姓名和帳號。換一句別人猜不到的話",
                en: "This password is common or holds little but your name. Use other words")
        case .usedBefore(let count):
            Term(
                "最近 \(count) 次用過的密碼不能再用",
                en: "Choose a password that is not one of your last \(count)")
        case .differs:
            Term("兩次填的密碼不一樣", en: "The two passwords differ")
        case .wrongPresent:
            Term("現在的密碼不對", en: "Your present password is wrong")
        }
    }
}
