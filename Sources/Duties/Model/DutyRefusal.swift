import Kernel

/// Why something about a duty cannot be done.
package enum DutyRefusal: Refusal, Equatable {
    case unknown
    case declarationWords
    case doneLater(Day)
    case doneAfterPeriod(Day)
    case notOwed
    case provenByRegister
    case ended
    case waiverReason
    case waiverConsent
    case waiverDocument
    case waiverDays
    /// A day of the form that cannot be read; the field's name.
    case waiverDay(String)
    case reminderWords
    case noneChosen
    /// So many of the chosen were reminded by somebody else today.
    case remindedMeanwhile(Int)

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .declarationWords, .doneLater, .doneAfterPeriod, .waiverReason, .waiverConsent,
            .waiverDocument, .waiverDays, .waiverDay, .reminderWords, .noneChosen:
            .invalid
        case .notOwed, .provenByRegister, .ended, .remindedMeanwhile: .conflict
        }
    }

    package var code: String {
        switch self {
        case .unknown: "duty.unknown"
        case .declarationWords: "duty.declaration_words"
        case .doneLater: "duty.done_later"
        case .doneAfterPeriod: "duty.done_after_period"
        case .notOwed: "duty.not_owed"
        case .provenByRegister: "duty.proven_by_register"
        case .ended: "duty.ended"
        case .waiverReason: "duty.waiver_reason"
        case .waiverConsent: "duty.waiver_consent"
        case .waiverDocument: "duty.waiver_document"
        case .waiverDays: "duty.waiver_days"
        case .waiverDay: "duty.waiver_day"
        case .reminderWords: "duty.reminder_words"
        case .noneChosen: "duty.none_chosen"
        case .remindedMeanwhile: "duty.reminded_meanwhile"
        }
    }

    /// The field of the form that it is about; `nil` where no field is.
    package var field: String? {
        switch self {
        case .declarationWords, .reminderWords: "words"
        case .doneLater, .doneAfterPeriod: "doneOn"
        case .waiverReason: "reason"
        case .waiverConsent: "consentBy"
        case .waiverDocument: "document"
        case .waiverDays: "untilOn"
        case .waiverDay(let field): field
        case .unknown, .notOwed, .provenByRegister, .ended, .noneChosen, .remindedMeanwhile: nil
        }
    }

    /// Whether the preview of a reminder is shown again with it.
    package var isOfReminder: Bool {
        switch self {
        case .reminderWords, .noneChosen, .remindedMeanwhile: true
        default: false
        }
    }

    package var message: Term {
        switch self {
        case .reminderWords:
            Term("寫下要說的話，最多 300 字", en: "Say something, in at most 300 characters")
        case .noneChosen:
            Term("勾選要催辦的機關；已經辦好的不用催", en: "Tick agencies that still lack it")
        case .remindedMeanwhile(let count):
            Term(
                "剛才有人催過其中 \(count) 個。看過下面的紀錄，還要再催就再送一次",
                en: "Somebody has just reminded \(count) of them. Look, and send again if you must")
        case .unknown: Term("找不到這一項。", en: "There is no such thing.")
        case .declarationWords:
            Term("寫下做了什麼，最多 1,000 字", en: "Say what was done, in at most 1,000 characters")
        case .doneLater(let today):
            Term(
                "完成日不能晚於今天（\(today.rocSlashes)）",
                en: "The day it was done cannot be after today (\(today))")
        case .doneAfterPeriod(let last):
            Term(
                "完成日要在這一期裡，最晚 \(last.rocSlashes)",
                en: "The day it was done must be in this period, \(last) at the latest")
        case .notOwed:
            Term("這一年沒有這項義務，不用聲明。", en: "This duty is not owed this year.")
        case .provenByRegister:
            Term(
                "這一項由清冊直接認定，不用聲明。到清冊補上資料就會算。",
                en:
                    "The register proves this duty. Complete the register; a declaration is not needed."
            )
        case .ended: Term("這一筆已經失效。", en: "This has ended already.")
        case .waiverReason:
            Term("寫下為什麼免辦，最多 1,000 字", en: "Say why it is waived, in at most 1,000 characters")
        case .waiverConsent: Term("填寫同意的機關", en: "Say which agency consented")
        case .waiverDocument: Term("填寫同意的公文文號", en: "Give the number of the letter of consent")
        case .waiverDays: Term("結束日不能早於開始日", en: "It cannot end before it begins")
        case .waiverDay:
            Term("不是日期，要寫成 2026-03-13", en: "This is no date. Write it as 2026-03-13")
        }
    }
}
