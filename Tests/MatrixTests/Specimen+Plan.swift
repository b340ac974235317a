import Foundation
import Plan
import Registers
import TestCity

extension Specimen {
    /// The first version of the city's plan; it is the same for everybody.
    static let planVersion = Specimen(
        make: { city, _ in
            let known = try await city.door.read(by: city.console) { try PlanVersion.all($0) }
            if let version = known.first { return version.id.uuid }
            let desk = PlanDesk(door: city.door, shelf: PlanShelf(laws: city.programme.law))
            return try await desk.adoptTemplate(
                effectiveFrom: city.clock.now.day, by: city.console
            ).id.uuid
        }, field: "", json: "{}")

    static let planAddition = row(
        PlanAddition.self,
        TypedFields(["clause": "policy.accounts", "words": "帳號每季清查一次。"]),
        field: "words", json: #"{"words":"帳號每月清查一次。"}"#)
}
