import Attachments
import Duties
import Evidence
import HTML
import Kernel
import Statute
import Web

/// A form of a duty's page that came back with mistakes, with what was filled in.
struct SentDutyForm: Sendable {
    var fields = Fields()
    var refusal: DutyRefusal?
    /// Why the files with a declaration were not taken.
    var evidence: EvidenceRefusal?
    /// The files that arrived with it.
    var held: [HeldFile] = []

    var mistakes: [FieldMessage] {
        if let evidence { return [FieldMessage(field: "files", message: evidence.message)] }
        guard let refusal, let field = refusal.field else { return [] }
        return [FieldMessage(field: field, message: refusal.message)]
    }

    func error(_ field: String) -> Term? {
        refusal?.field == field ? refusal?.message : nil
    }

    /// What stands in a field: what was sent, else `given`.
    func value(_ field: String, or given: String = "") -> String {
        fields.first(field) ?? given
    }
}

/// The signed words about a duty, and the form to sign.
struct DeclarationPanel: Sendable {
    let look: DutyCase
    let today: Day
    let mayDeclare: Bool
    let sent: SentDutyForm

    private var standing: [DutyDeclaration] {
        look.declarations.filter { $0.state == .standing }
    }

    var body: HTML {
        panel(Term("聲明", en: "Declaration"), id: "declaration") {
            p(.class("hint")) {
                Term(
                    "聲明不等於完成：列表上寫「已聲明」，另外計數。",
                    en: "A declaration is not proof: lists say “declared” and count it apart.")
            }
            for (index, declaration) in standing.enumerated() {
                shown(declaration, listsFiles: index > 0)
            }
            if standing.isEmpty && !mayDeclare {
                p { Term("還沒有聲明。", en: "Nothing is declared yet.") }
            }
            if mayDeclare { fields }
        }
    }

    /// - Parameter listsFiles: whether its files stand here; those of the newest have a panel.
    private func shown(_ declaration: DutyDeclaration, listsFiles: Bool) -> HTML {
        div(.class("stack")) {
            p { declaration.words }
            if listsFiles {
                for file in look.evidence[declaration.recordID] ?? [] {
                    p {
                        a(.href(declaration.files.appending(file.id))) { file.name.text }
                    }
                }
            }
            p(.class("hint")) {
                Term(
                    "\(declaration.signer) 聲明 \(declaration.doneOn.rocSlashes) 已辦，簽於 ",
                    en: "\(declaration.signer) declared it done on \(declaration.doneOn), signed ")
                time(declaration.signedAt)
            }
            if mayDeclare {
                actionForm(
                    Term("抽回", en: "Withdraw"),
                    to: Path(
                        "declarations", declaration.recordID.uuidString.lowercased(), "withdrawal"),
                    .small, subject: look.duty.rule.term.zh)
            }
        }
    }

    private var fields: HTML {
        form(
            .upload,
            to: Path("duties", look.duty.id, "declarations").with("year", look.year.number),
            .class("stack"), .data("drop", "")
        ) {
            FormField(
                "doneOn", Term("完成日", en: "Done on"),
                .day(sent.value("doneOn", or: "\(look.year.nearest(to: today))")),
                error: sent.error("doneOn"))
            FormField(
                "words", Term("做了什麼", en: "What was done"),
                .paragraph(sent.value("words"), rows: 3, most: 1_000),
                hint: Term(
                    "例如：10 月委外健診 6 項，報告在資訊組",
                    en: "As in: health check in October, report with IT"),
                error: sent.error("words"))
            FileField(
                "files", Term("佐證", en: "Evidence"),
                hint: Term(
                    "掃描檔、照片或截圖，每個最多 20 MB。可以拖放，也可以直接貼上截圖。",
                    en:
                        "A scan, a photo or a screenshot, at most 20 MB each. Drop or paste works too."
                ),
                error: sent.evidence?.message, held: sent.held, optional: true)
            submit(
                standing.isEmpty
                    ? Term("簽署聲明", en: "Sign") : Term("簽署新的聲明", en: "Sign a new one"), .plain)
        }
    }
}

extension DutyDeclaration {
    /// Where its files are.
    var files: Path { Path("declarations", recordID.hyphenated, "evidence") }
}

/// The waivers of a duty, and the form to record one.
struct WaiverPanel: Sendable {
    let look: DutyCase
    let today: Day
    let mayWaive: Bool
    let sent: SentDutyForm

    private var standing: [DutyWaiver] { look.waivers.filter { $0.withdrawnAt == nil } }

    @HTMLBuilder
    var body: HTML {
        if !standing.isEmpty || mayWaive {
            panel(Term("免辦", en: "Waiver"), id: "waiver") {
                for waiver in standing { shown(waiver) }
                if mayWaive { recording }
            }
        }
    }

    private func shown(_ waiver: DutyWaiver) -> HTML {
        div(.class("stack")) {
            p { waiver.reason }
            p(.class("hint")) {
                Term(
                    "\(waiver.consentBy) 同意（\(waiver.document)），\(waiver.fromOn.rocSlashes) 起"
                        + (waiver.untilOn.map { "到 \($0.rocSlashes)" } ?? "，沒有訂期限") + "。",
                    en: "Consent of \(waiver.consentBy) (\(waiver.document)), from \(waiver.fromOn)"
                        + (waiver.untilOn.map { " until \($0)" } ?? ", without an end") + ".")
            }
            if mayWaive {
                actionForm(
                    Term("撤回", en: "Withdraw"),
                    to: Path("waivers", waiver.recordID.uuidString.lowercased(), "withdrawal"),
                    .small, subject: look.duty.rule.term.zh)
            }
        }
    }

    private var recording: HTML {
        let isOpen = ["reason", "consentBy", "document", "fromOn", "untilOn"].contains {
            sent.error($0) != nil
        }
        return details(.class("help"), .when(isOpen, .open)) {
            summary { Term("登錄經同意的免辦", en: "Record a waiver with consent") }
            form(
                .post, to: Path("duties", look.duty.id, "waivers").with("year", look.year.number),
                .class("stack")
            ) {
                FormField(
                    "reason", Term("為什麼免辦", en: "Why"),
                    .paragraph(sent.value("reason"), rows: 3, most: 1_000),
                    error: sent.error("reason"))
                FormField(
                    "consentBy", Term("同意的機關", en: "Who consented"),
                    .line(sent.value("consentBy"), most: 100), error: sent.error("consentBy"))
                FormField(
                    "document", Term("同意的公文文號", en: "Letter of consent"),
                    .line(sent.value("document"), width: .half, most: 100),
                    error: sent.error("document"))
                FormField(
                    "fromOn", Term("從哪一天", en: "From"), .day(sent.value("fromOn", or: "\(today)")),
                    error: sent.error("fromOn"))
                FormField(
                    "untilOn", Term("到哪一天", en: "Until"), .day(sent.value("untilOn")),
                    error: sent.error("untilOn"), optional: true)
                submit(Term("登錄免辦", en: "Record"), .plain)
            }
        }
    }
}
