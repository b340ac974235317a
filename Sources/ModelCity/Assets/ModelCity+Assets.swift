import Access
import Inventory
import Programme
import Registers

extension ModelCity {
    /// Fills in the register of assets of every organisation.
    func addAssets(_ places: [ModelPlace]) async throws -> Int {
        let desk = RegisterDesk<Asset>(door: programme.door)
        // Those of one are thought up while those of another are written.
        return try await places.answers(atOnce: 2) { place in
            try await desk.addAll(assets(of: place), by: place.console).count
        }.reduce(0, +)
    }

    private func assets(of place: ModelPlace) -> [TypedFields] {
        var generator = place.generator("assets", plan)
        var systems = place.generator("systems", plan)
        let names = ModelSystem.all(of: place, using: &systems).map { $0.typed["name"] }
        return (0..<Self.assetCount(of: place)).map {
            ModelAsset.typed(number: $0, of: place, systems: names, using: &generator)
        }
    }

    /// The clerk's school has what a small school counts in an afternoon.
    private static func assetCount(of place: ModelPlace) -> Int {
        let clerk = ModelPerson.all.first { $0.roles == [.officer] }
        return place.organisation.name == clerk?.agency ? 126 : place.size.assets
    }
}
