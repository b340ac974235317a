import Access
import Attachments
import Evidence
import HTML
import Kernel
import Web

/// How a round is signed, or who signed it.
struct SigningPanel: Component {
    let round: StockTake
    let tally: StockTakeTally
    let caller: Caller
    let today: Day
    let isOwn: Bool
    let problem: FieldMessage?
    let sent: Fields
    /// The files that arrived with the form.
    let held: [HeldFile]

    private var place: Path { .stockTake(round.recordID) }
    private var isOwnWork: Bool { round.isOwnWork(of: caller) }

    var body: HTML {
        if let signature = round.signature {
            signed(signature)
        } else if tally[.pending] == 0 {
            if isOwn && caller.may(.signStockTake) { onScreen }
            if isOwn && caller.may(.editAssets) { onPaper }
        }
    }

    private func signed(_ signature: StockTakeSignature) -> HTML {
        panel(Term("簽核", en: "Sign-off"), id: "signed") {
            SummaryList(
                [
                    .init(Term("簽核人", en: "Signed by"), text: signature.name),
                    .init(Term("簽核日", en: "Signed on"), time(signature.on)),
                    .init(Term("方式", en: "How"), HTML(signature.means.term)),
                    .init(
                        Term("凍結的清冊", en: "Frozen register"),
                        frozen(signature.register)),
                ] + compensation(signature))
            if isOwn && caller.may(.signStockTake) { reopening }
        }
    }

    private func compensation(_ signature: StockTakeSignature) -> [SummaryList.Fact] {
        signature.compensation.map {
            [.init(Term("自行簽核的補強", en: "Made up for by"), text: $0)]
        } ?? []
    }

    private func frozen(_ register: FrozenRegister) -> HTML {
        let digest = register.digest.description.prefix(12)
        return span {
            a(.href(place.appending("sheet"))) {
                Term("\(register.rowCount) 筆", en: "\(register.rowCount) rows")
            }
            Term("，摘要 \(digest)", en: ", digest \(digest)")
        }
    }

    private var reopening: HTML {
        details(.class("help"), .when(problem.about("reason") != nil, .open)) {
            summary { Term("清冊有錯，要重新開啟？", en: "Open it again?") }
            form(.post, to: place.appending("reopening"), .class("stack")) {
                FormField(
                    "reason", Term("理由", en: "Why"), .line(""),
                    hint: Term(
                        "這次簽核的清冊會保留；改完要再簽核一次。",
                        en: "What was signed is kept; it must be signed again."),
                    error: problem.about("reason"))
                submit(Term("重新開啟", en: "Open again"), .plain)
            }
        }
    }

    private var onScreen: HTML {
        panel(Term("線上簽核", en: "Sign on screen"), id: "sign") {
            p(.class("hint")) {
                Term(
                    "\(tally.words.zh)。簽核後這份清冊就凍結，之後的變動留到明年的盤點。",
                    en: "\(tally.words.en). Once signed, the register is frozen.")
            }
            form(.post, to: place.appending("signature"), .class("stack")) {
                if isOwnWork {
                    FormField(
                        "compensation", Term("怎麼補強", en: "Made up for by"), .line(""),
                        hint: Term(
                            "您開始這次盤點，又由您簽核。小型機關可以，但要寫下怎麼補強，例如：由總務主任抽核 10 筆。",
                            en: "You sign your own work: say what makes up for it."),
                        error: problem.about("compensation"))
                }
                submit(Term("簽核 \(round.year.number) 年盤點", en: "Sign"))
            }
        }
    }

    private var onPaper: HTML {
        panel(Term("紙本簽章", en: "Signed on paper"), id: "paper") {
            p(.class("hint")) {
                Term(
                    "列印盤點表，請資安長或主管簽章，用手機拍下簽章頁，一起記在這裡。",
                    en: "Print the sheet, have it stamped, photograph it, and note who stamped it.")
            }
            form(
                .upload, to: place.appending("sheet-signature"), .class("stack"),
                .data("drop", "")
            ) {
                FormField(
                    "signedBy", Term("簽章的人", en: "Signed by"),
                    .line(sent["signedBy"], width: .half),
                    hint: Term("職稱和姓名，例如：校長 林○○", en: "Post and name"),
                    error: problem.about("signedBy"))
                FormField(
                    "signedOn", Term("簽章日期", en: "Signed on"),
                    .day(sent["signedOn"].isEmpty ? today.description : sent["signedOn"]),
                    error: problem.about("signedOn"))
                FileField(
                    "file", Term("簽章頁的照片或掃描檔", en: "Photo or scan of the stamped page"),
                    hint: Term("可以拖放，也可以直接貼上", en: "Drop or paste works too"),
                    error: problem.about("file"), held: held)
                submit(Term("已用紙本簽章", en: "It is signed on paper"), .plain)
            }
        }
    }
}
