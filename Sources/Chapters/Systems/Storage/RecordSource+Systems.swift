import Kernel
import Outline
import Storage

extension RecordSource {
    /// What of the two lists the plan asks for by itself, and what a row of them still lacks.
    static let partsOfSystems = [
        RecordSource(
            Business.register, "core", BusinessStanding.core.term,
            filter: ("standing", BusinessStanding.core.rawValue)),
        RecordSource(
            Business.register, "nonCore", BusinessStanding.nonCore.term,
            filter: ("standing", BusinessStanding.nonCore.rawValue)),
        RecordSource(Business.register, only: "unexplained"),
        RecordSource(
            InformationSystem.register, "high", Term("防護需求「高」的系統", en: "Systems of high need"),
            filter: ("need", ProtectionNeed.high.rawValue)),
        RecordSource(
            InformationSystem.register, "citizenFacing",
            Term("對外服務民眾的系統", en: "Citizen-facing systems"),
            filter: ("citizenFacing", "true")),
        RecordSource(
            InformationSystem.register, "core", Term("核心資通系統", en: "Core systems"),
            filter: ("core", "true")),
        RecordSource(InformationSystem.register, only: "unlimited"),
    ]
}
