import Evidence
import HTML
import Kernel
import Web

/// The files that prove something about one record, and the form to add more.
///
/// `place` answers POST for new files, and has a place below it for each file.
package struct EvidencePanel: Component {
    let files: [EvidenceFile]
    let place: Path
    let mayAdd: Bool
    /// The form that was just sent and not taken.
    let sent: SentEvidence?

    package init(
        files: [EvidenceFile], place: Path, mayAdd: Bool, sent: SentEvidence? = nil
    ) {
        self.sent = sent
        self.files = files
        self.place = place
        self.mayAdd = mayAdd
    }

    package var body: HTML {
        panel(Term("佐證", en: "Evidence"), id: "evidence") {
            if files.isEmpty {
                p(.class("hint")) {
                    mayAdd
                        ? Term("還沒有佐證。上傳掃描檔、照片或截圖。", en: "No evidence yet. Add a scan or a photo.")
                        : Term("還沒有佐證。", en: "No evidence yet.")
                }
            } else {
                ul(.class("evidence")) { for file in files { li { entry(file) } } }
            }
            if mayAdd { adding }
        }
    }

    @HTMLBuilder
    private func entry(_ file: EvidenceFile) -> HTML {
        if file.kind.isShownInline, file.withdrawnAt == nil {
            a(.class("evidence__picture"), .href(place(of: file))) {
                HTML(
                    void: "img",
                    [
                        .src(place(of: file)),
                        .alt(Term("佐證 \(file.name.text)", en: "Evidence \(file.name.text)")),
                        .lazy,
                    ])
            }
        }
        div(.class("evidence__words")) {
            a(.href(place(of: file))) { file.name.text }
            small {
                file.kind.term
                "・\(Self.size(file.size))・"
                Term("生效日 ", en: "Effective ")
                time(file.effectiveOn)
                "・\(file.addedBy)"
            }
            if let note = file.note { small { note } }
            if file.kind == .heic {
                small {
                    Term(
                        "瀏覽器多半不能顯示 HEIC。手機「相機 → 格式 → 最相容」會改存 JPEG。",
                        en: "Few browsers show HEIC. Set the camera to “most compatible” for JPEG.")
                }
            }
            if let withdrawnAt = file.withdrawnAt {
                small {
                    strong { Term("已撤回", en: "Withdrawn") }
                    " "
                    time(withdrawnAt)
                }
            }
        }
        if mayAdd {
            let isWithdrawn = file.withdrawnAt != nil
            actionForm(
                isWithdrawn ? Term("恢復", en: "Restore") : Term("撤回", en: "Withdraw"),
                to: place(of: file).appending(isWithdrawn ? "restoration" : "withdrawal"), .small,
                subject: file.name.text)
        }
    }

    private var adding: HTML {
        details(.class("help"), .when(sent != nil, .open)) {
            summary { Term("加上佐證", en: "Add evidence") }
            form(.upload, to: place, .class("stack"), .data("drop", "")) {
                FileField(
                    "file", Term("檔案", en: "Files"),
                    hint: Term(
                        "PDF、ODF、DOCX、XLSX、圖片、CSV 或文字檔，每個最多 20 MB。可以拖放，也可以直接貼上截圖。",
                        en:
                            "PDF, ODF, DOCX, XLSX, pictures, CSV or text, at most 20 MB each. Drop or paste works."
                    ),
                    error: sent?.error("file"), held: sent?.held ?? [])
                FormField(
                    "effectiveOn", Term("生效日", en: "Effective on"),
                    .day(sent?.fields["effectiveOn"] ?? ""),
                    hint: Term("佐證說的是哪一天的事；不填就是今天", en: "The day it speaks for; today if empty"),
                    optional: true)
                FormField(
                    "note", Term("說明", en: "Note"), .line(sent?.fields["note"] ?? "", most: 200),
                    error: sent?.error("note"), optional: true)
                submit(Term("上傳", en: "Upload"))
            }
        }
    }

    private func place(of file: EvidenceFile) -> Path { place.appending(file.id) }

    /// What browsers offer first.
    package static let accept: StaticString =
        ".pdf,.odt,.ods,.odp,.docx,.xlsx,.csv,.txt,image/png,image/jpeg,image/webp,image/gif,.heic"

    static func size(_ bytes: Int) -> String {
        bytes < 1_048_576 ? "\(max(1, bytes / 1_024)) KB" : "\(bytes / 1_048_576) MB"
    }
}

extension FieldMessage {
    /// Why files were not taken, as the summary on top of the page says it.
    package init(_ refusal: EvidenceRefusal) {
        self.init(field: refusal.field ?? "file", message: refusal.message)
    }

    package init(_ sent: SentEvidence) {
        self.init(sent.refusal)
    }
}

/// A form of evidence that came back: why it was not taken, and what it held.
package struct SentEvidence: Error {
    package let refusal: EvidenceRefusal
    let fields: Fields
    let held: [HeldFile]

    func error(_ field: String) -> Term? { refusal.field == field ? refusal.message : nil }
}
