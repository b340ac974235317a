import Access
import Kernel
import Registers
import Storage

extension Asset {
    static let ties = RegisterTies<Asset>(
        settled: { change, asset, _ in try settled([asset], in: change).first ?? asset },
        together: { change, assets in try settled(assets, in: change) })

    private static func settled(_ assets: [Asset], in change: Change) throws -> [Asset] {
        try refuseTakenNumbers(assets, in: change)
        return try linked(assets, in: change)
    }

    /// The assets with what follows from the systems that they name; one in the bin stays as it is.
    ///
    /// An asset belongs to a system when exactly one of the agency's has that name.
    static func linked(_ assets: [Asset], in change: Change) throws -> [Asset] {
        let names = Set(assets.lazy.filter(\.isKept).compactMap(\.systemName))
        let systems = try NamedSystem.unique(names, of: change.agency, change.view)
        var linked = assets
        // Many rows at once seldom name a system: what stays is not copied.
        for place in linked.indices where linked[place].isKept && linked[place].mayFollow {
            let name = linked[place].systemName
            linked[place] = linked[place].following(name.flatMap { systems[$0] })
        }
        return linked
    }

    /// Whether it names a system, or followed one before.
    private var mayFollow: Bool { systemName != nil || systemID != nil || isCore }

    private func following(_ system: NamedSystem?) -> Asset {
        var asset = self
        asset.systemID = system?.uuid
        asset.isCore = system?.isCore ?? false
        asset.need = system?.need ?? need
        return asset
    }

    private var isKept: Bool { head.removedAt == nil }

    /// The property number that it takes in the register.
    private var takenNumber: String? { isKept ? label.propertyNumber : nil }

    /// A property number stands in the register of an agency once, after each of these assets as it
    /// is written in its turn: one may take what another before it has left.
    private static func refuseTakenNumbers(
        _ assets: [Asset], in change: Change
    ) throws {
        let numbers = Set(assets.compactMap(\.takenNumber))
        var taken = try TakenNumber.among(numbers, of: change.agency, change.view)
        // Nearly always: no number is taken, and none is given twice.
        if taken.isEmpty, numbers.count == assets.count(where: { $0.takenNumber != nil }) { return }
        let borne = Dictionary(taken.values.map { ($0.uuid, $0.number) }) { first, _ in first }
        for asset in assets {
            let uuid = asset.head.uuid
            if let old = borne[uuid], old != asset.takenNumber { taken[old] = nil }
            guard let number = asset.takenNumber else { continue }
            if let other = taken[number], other.uuid != uuid { throw InvalidRow([other.error]) }
            taken[number] = TakenNumber(
                uuid: uuid, number: number, name: asset.name,
                owner: asset.owner ?? asset.label.keeper ?? asset.manager)
        }
    }
}
