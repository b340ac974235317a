import Access
import Kernel
import Registers
import Storage

/// Something about an agency on which duties hang and that no other list tells (機關情形): what it
/// is, whether it is so, and from which day.
///
/// The latest day that has come speaks. Of what nobody said anything the duty stands.
package struct Circumstance: RegisterRow {
    package var head: RowHead
    package let subject: Subject
    package let answer: Answer
    package let fromOn: Day
    package let note: String?

    package var name: String { "\(subject.term.zh)：\(answer.term.zh)" }

    package enum Subject: String, Choice {
        case mailServer
        /// Services beside the systems of the list, such as the upkeep of computers.
        case outsourcedServices

        package var term: Term {
            switch self {
            case .mailServer: Term("自己的郵件伺服器", en: "A mail server of its own")
            case .outsourcedServices:
                Term("系統以外的委外資通服務", en: "Outsourced services beside systems")
            }
        }
    }

    package enum Answer: String, Choice {
        case yes
        case no

        package var term: Term {
            switch self {
            case .yes: Term("有", en: "Yes")
            case .no: Term("沒有", en: "No")
            }
        }
    }

    package static let register = Register<Circumstance>(
        kind: "circumstance", table: "circumstance", path: "circumstances",
        title: Term("機關情形", en: "Circumstances"), one: Term("機關情形", en: "Circumstance"),
        emptyHint: Term(
            "還沒有說明。沒說明的，跟它有關的應辦事項照樣要辦；有沒有郵件伺服器、系統以外有沒有委外，從這裡登錄。",
            en: "Nothing is said yet, and the duties that hang on it stand."),
        sort: "fromOn", see: .seeSystems, edit: .editSystems, supervision: .open,
        columns: Columns(
            identity: ["subject", "fromOn"], make: Circumstance.init,
            Field(
                "subject", \.subject, Term("什麼事", en: "What"),
                FieldTraits(
                    hint: Term(
                        "系統委外的，寫在資通系統清冊，不用在這裡再寫。",
                        en: "Outsourced systems stand in the list of systems already."),
                    listed: true, filtered: true)),
            Field(
                "answer", \.answer, Term("有沒有", en: "Yes or no"),
                FieldTraits(listed: true, filtered: true)),
            Field(
                "fromOn", \.fromOn, Term("從哪天起", en: "From"),
                FieldTraits(listed: true, sorted: true)),
            Field(
                "note", \.note, Term("說明", en: "Note"),
                FieldTraits(
                    hint: Term("例如：信箱用教育局的；電腦維護委外", en: "As in: mail is the bureau's"),
                    listed: true, searched: true, long: true), rules: .atMost(500))))
}
