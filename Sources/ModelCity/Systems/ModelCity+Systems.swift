import Access
import Programme
import Registers
import Systems

extension ModelCity {
    /// Lists the businesses of every organisation.
    func addBusinesses(_ places: [ModelPlace]) async throws -> Int {
        let desk = RegisterDesk<Business>(door: programme.door)
        var count = 0
        for place in places {
            for business in ModelBusiness.all(of: place.organisation) {
                _ = try await desk.add(business, by: place.console)
                count += 1
            }
        }
        return count
    }

    /// Fills in the systems of every organisation.
    func addSystems(_ places: [ModelPlace], by user: String) async throws -> Int {
        let desk = RegisterDesk<InformationSystem>(door: programme.door)
        var count = 0
        for place in places {
            var generator = place.generator("systems", plan)
            for system in ModelSystem.all(of: place, using: &generator) {
                _ = try await desk.add(system.typed, by: place.console)
                count += 1
            }
        }
        return count
    }
}
