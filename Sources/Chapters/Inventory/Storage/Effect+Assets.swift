import Access
import Foundation
import Kernel
import Ledger
import Registers
import Storage
import Systems

extension Effect {
    /// Assets follow their systems: a change of a system's name, need or core mark changes the
    /// assets that belong to it, each with its own line in the same entry.
    package static let assetsFollowSystems = Effect(on: [InformationSystem.kind]) { change, lines in
        for line in lines { try Asset.follow(ChangedSystem(line), in: change) }
    }
}

/// What a line of the ledger says about a system's name.
private struct ChangedSystem {
    let uuid: UUID
    let before: String?
    let after: String?

    init(_ line: Line) throws {
        uuid = line.record.uuid
        before = try line.before.map(Self.name)
        after = try line.after.map(Self.name)
    }

    var names: Set<String> { Set([before, after].compactMap { $0 }) }

    private static func name(of text: String) throws -> String {
        struct Named: Decodable {
            let name: String
        }
        return try JSONDecoder().decode(Named.self, from: Data(text.utf8)).name
    }
}

extension Asset {
    fileprivate static func follow(_ system: ChangedSystem, in change: Change) throws {
        let assets = try change.view.rows(
            of: Asset.self,
            where: """
                item.agencyID = \(change.agency) AND item.removedAt IS NULL
                AND item.systemName IN \(list: system.names.sorted())
                """)
        let named = assets.map { asset in
            var asset = asset
            if asset.systemID == system.uuid { asset.systemName = system.after ?? asset.systemName }
            return asset
        }
        for (old, new) in zip(assets, try linked(named, in: change)) where old != new {
            try change.update(new, from: old)
            if old.systemName != new.systemName { try change.index(new) }
        }
    }
}
