import Access
import Inventory
import Kernel
import Plan
import Programme
import Registers
import Team

extension ModelCity {
    /// Lets the city adopt the plan, and a few organisations add what is their own: a clause, a
    /// group of the team, a word that something moved.
    ///
    /// - Returns: how many clauses the plan has.
    func adoptPlan(_ places: [ModelPlace]) async throws -> Int {
        guard let city = places.first else { return 0 }
        let door = programme.door
        let desk = PlanDesk(door: door, shelf: PlanShelf(laws: programme.law))
        let version = try await desk.adoptTemplate(
            effectiveFrom: clock.now.day, by: .console("示範資料", in: city.agency))
        let known = Set(ModelPerson.all.map(\.agency))
        for place in places.dropFirst() where known.contains(place.organisation.name) {
            _ = try await RegisterDesk<PlanAddition>(door: door).add(
                TypedFields([
                    "clause": "safeguards.devices", "words": "本機關的無線網路另訂使用規定，每學期公告一次。",
                ]), by: place.console)
            _ = try await RegisterDesk<TeamGroup>(door: door).add(
                TypedFields(["name": "個資保護小組", "duties": "個人資料的清查與保護"]), by: place.console)
            _ = try await AssetNotices(door: door).say(
                "會議室投影機", changed: "搬到二樓會議室", by: place.console)
        }
        return version.clauses
    }
}
