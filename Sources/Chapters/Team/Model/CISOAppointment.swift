import Access
import Kernel
import Registers
import Storage

/// Somebody made the agency's 資通安全長, by a submission that the head approved (簽陳核可, 伍/一).
///
/// Without the day and the number of the approval it is pending, and counts for nothing.
package struct CISOAppointment: RegisterRow {
    package var head: RowHead
    /// 姓名, as written.
    package let name: String
    /// 職稱, as in 「副局長」.
    package let post: String
    package let fromOn: Day
    package let untilOn: Day?
    package let approval: Approval
    /// 資安長的代理人.
    package let deputy: String?
    package var match: PersonMatch

    package struct Approval: Hashable, Sendable {
        /// 簽陳核可日期.
        package let on: Day?
        /// 文號.
        package let document: String?
        /// Who approved it, as in 「局長」.
        package let approver: String?
    }

    /// Whether the submission was approved, with its day and its number.
    package var isApproved: Bool { approval.on != nil && approval.document != nil }

    static func make(
        _ head: RowHead, _ name: String, _ post: String, _ fromOn: Day, _ untilOn: Day?,
        _ approvedOn: Day?, _ document: String?, _ approver: String?, _ deputy: String?,
        _ match: PersonMatch
    ) -> CISOAppointment {
        CISOAppointment(
            head: head, name: name, post: post, fromOn: fromOn, untilOn: untilOn,
            approval: Approval(on: approvedOn, document: document, approver: approver),
            deputy: deputy, match: match)
    }

    static func problems(_ appointment: CISOAppointment) -> [FieldError] {
        guard let until = appointment.untilOn, until < appointment.fromOn else { return [] }
        return [
            FieldError(
                field: "untilOn",
                message: Term(
                    "卸任日期比任職日期（\(appointment.fromOn.rocSlashes)）早，改成之後的日期",
                    en: "It ends before it begins, on \(appointment.fromOn)"))
        ]
    }

    static func remarks(_ appointment: CISOAppointment) -> [Remark] {
        guard !appointment.isApproved else { return [] }
        return [
            Remark(
                "approvedOn",
                Term(
                    "還在簽核：填了簽陳核可日期和文號，才算在任。",
                    en: "Pending: it counts once the day and number of the approval are here."))
        ]
    }
}
