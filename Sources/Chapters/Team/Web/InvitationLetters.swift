import Access
import HTML
import Kernel
import Papers
import Web

/// Letters to print, a sheet for each person: the account, the link, its code and how long it holds.
///
/// The links are shown once; the programme keeps only their digests.
struct InvitationLetters: Sendable {
    let letters: [Letter]
    let senderName: String
    let today: Day

    struct Letter: Sendable {
        let agencyName: String
        let personName: String
        let account: String
        let email: String?
        /// The full address of the link.
        let address: String
        let endsAt: Instant
    }

    var page: Page {
        let title = Term("\(letters.count) 封邀請函", en: "\(letters.count) invitations")
        return Page(title, trail: [Crumb(Term("邀請", en: "Invitations"), "/invitations")]) {
            div(.class("screen-only stack")) {
                PageHeading(
                    title,
                    lede: HTML(
                        Term(
                            "現在列印或另存 PDF：連結只顯示這一次，離開這一頁就看不到了。一人一張，交給本人。",
                            en: "Print now: the links are shown this once. Hand each to its person."
                        )))
            }
            for letter in letters { drawn(letter) }
        }
    }

    private func drawn(_ letter: Letter) -> HTML {
        section(.class("letter"), .aria("label", Term(letter.personName, en: letter.personName))) {
            p(.class("letter__to")) { "\(letter.agencyName)　\(letter.personName) 君　收" }
            h2 { Term("「城盾」資通安全維護計畫平臺帳號啟用通知", en: "Your account on Chengdun") }
            p {
                "\(senderName)邀請您使用資通安全維護計畫平臺。掃描方塊碼，或在瀏覽器輸入下面的網址，設定自己的密碼就能登入。"
            }
            code(letter)
            SummaryList([
                .init(Term("帳號", en: "Account"), text: letter.account),
                .init(
                    Term("有效期限", en: "Valid until"),
                    HTML(
                        Term(
                            "\(letter.endsAt.day.rocSlashes) \(letter.endsAt.clock)",
                            en: "\(letter.endsAt.day) \(letter.endsAt.clock)"))),
                .init(Term("網址", en: "Address"), HTML(letter.address)),
            ])
            p {
                "連結只能用一次，請勿轉交他人。過期或已被用過，請向\(senderName)索取新的一張。"
            }
            p(.class("letter__from")) { "\(senderName)　\(today.rocWords)" }
            if let email = letter.email {
                p(.class("screen-only hint")) {
                    Term("也可以把網址寄到 \(email)。", en: "The address may be mailed to \(email).")
                }
            }
        }
    }

    @HTMLBuilder
    private func code(_ letter: Letter) -> HTML {
        if let code = QRCode(letter.address) {
            let side = code.modules.count + 8
            svg(
                .viewBox(0, 0, side, side), .class("letter__code"), .role("img"),
                .aria("label", Term("啟用連結的方塊碼", en: "The code of the link"))
            ) {
                rect(.width(Double(side)), .height(Double(side)), .fill("#fff"))
                drawing(.fill("#000"), .d(code.path))
            }
        }
    }
}

extension Instant {
    fileprivate var clock: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(two(timeOfDay.hour)):\(two(timeOfDay.minute))"
    }
}
