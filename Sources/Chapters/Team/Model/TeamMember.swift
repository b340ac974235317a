import Access
import Kernel
import Registers
import Storage

/// Somebody on the roster of the team that drives security in an agency (推行小組, 伍, 附件3).
package struct TeamMember: RegisterRow {
    package var head: RowHead
    /// 組別, as in 「資安防護組」.
    package let group: String
    /// What the member is in the group (職稱): 召集人, 組長, 組員.
    package let position: String
    /// 單位職級, as in 「教務處主任」.
    package let unit: String?
    /// 姓名, as written.
    package let name: String
    /// 職掌事項.
    package let duties: String?
    package let phone: String?
    package let email: String?
    /// 代理人.
    package let deputy: String?
    package let fromOn: Day
    package let untilOn: Day?
    /// When somebody last said that this is still so.
    package var confirmedOn: Day?
    package var match: PersonMatch

    static func make(
        _ head: RowHead, _ group: String, _ position: String, _ unit: String?, _ name: String,
        _ duties: String?, _ phone: String?, _ email: String?, _ deputy: String?, _ fromOn: Day,
        _ untilOn: Day?, _ confirmedOn: Day?, _ match: PersonMatch
    ) -> TeamMember {
        TeamMember(
            head: head, group: group, position: position, unit: unit, name: name, duties: duties,
            phone: phone, email: email, deputy: deputy, fromOn: fromOn, untilOn: untilOn,
            confirmedOn: confirmedOn, match: match)
    }

    static func problems(_ member: TeamMember) -> [FieldError] {
        guard let until = member.untilOn, until < member.fromOn else { return [] }
        return [
            FieldError(
                field: "untilOn",
                message: Term(
                    "卸任日期比任職日期（\(member.fromOn.rocSlashes)）早，改成之後的日期",
                    en: "It ends before it begins, on \(member.fromOn)"))
        ]
    }
}
