import Kernel
import Outline

extension RecordSource {
    /// What of the lists of people the plan asks for by itself, and whom somebody still lacks.
    static let partsOfTeam = [
        RecordSource(
            CISOAppointment.register, only: "current", Term("在任的資安長", en: "CISO in office")),
        RecordSource(
            CISOAppointment.register, only: "pending",
            Term("簽核中的資安長派任", en: "CISO appointments pending")),
        RecordSource(
            TeamMember.register, only: "alone", Term("沒有代理人的成員", en: "Members without a deputy")),
        RecordSource(
            Certificate.register, only: "valid", Term("有效的證照", en: "Valid certificates")),
    ]
}
