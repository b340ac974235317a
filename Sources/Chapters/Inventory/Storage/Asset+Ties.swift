import Access
import Kernel
import Registers
import Storage

extension Asset {
    static let ties = RegisterTies<Asset>(
        settled: { change, asset, _ in
            guard asset.head.removedAt == nil else { return asset }
            return try settled([asset], in: change).first ?? asset
        },
        together: { change, assets in try settled(assets, in: change) })

    private static func settled(_ assets: [Asset], in change: Change) throws -> [Asset] {
        var settled: [Asset] = []
        for some in assets.slices(of: atOnce).map(Array.init) {
            try refuseTakenNumbers(some, in: change)
            settled += try linked(some, in: change)
        }
        return settled
    }

    /// How many values one question takes.
    private static let atOnce = 2_000

    /// The assets with what follows from the systems that they name.
    ///
    /// An asset belongs to a system when exactly one of the agency's has that name.
    static func linked(_ assets: [Asset], in change: Change) throws -> [Asset] {
        let names = Set(assets.compactMap(\.systemName))
        let systems = try NamedSystem.unique(names, of: change.agency, change.view)
        return assets.map { $0.following($0.systemName.flatMap { systems[$0] }) }
    }

    private func following(_ system: NamedSystem?) -> Asset {
        var asset = self
        asset.systemID = system?.uuid
        asset.isCore = system?.isCore ?? false
        asset.need = system?.need ?? need
        return asset
    }

    /// A property number stands in the register of an agency once.
    private static func refuseTakenNumbers(_ assets: [Asset], in change: Change) throws {
        let numbers = Set(assets.compactMap(\.label.propertyNumber))
        let taken = try TakenNumber.among(numbers, of: change.agency, change.view)
        for asset in assets {
            guard let number = asset.label.propertyNumber, let other = taken[number],
                other.uuid != asset.head.uuid
            else { continue }
            throw InvalidRow([other.error])
        }
    }
}
