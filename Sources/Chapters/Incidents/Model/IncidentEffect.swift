import Kernel
import Statute
import Storage

/// What an incident harmed and how far, as told by those who know the place.
///
/// The law judges harm by harm; a harm that did not occur has no extent.
package struct IncidentEffect: Hashable, Sendable {
    package var extents: [Harm: Extent]
    /// What of weight was touched; where nothing was, it is non-core business.
    package var assets: Set<HarmedAsset>
    /// Whether personal data are among it; the level does not turn on it, but other duties do.
    package var hasPersonalData: Bool

    package init(
        extents: [Harm: Extent], assets: Set<HarmedAsset> = [], hasPersonalData: Bool = false
    ) {
        self.extents = extents.filter { HarmFact($0.key, .noncore, $0.value) != nil }
        self.assets = assets.subtracting([.noncore])
        self.hasPersonalData = hasPersonalData
    }

    /// The extents that a harm is measured in; only an interruption is measured in time.
    package static func extents(of harm: Harm) -> [Extent] {
        Extent.allCases.filter { HarmFact(harm, .noncore, $0) != nil }
    }

    /// What the table of levels is asked: each harm on each thing touched of which the edition of
    /// `day` speaks, or on non-core business.
    ///
    /// - Parameter coreSystem: whether one of the systems affected is core.
    package func facts(coreSystem: Bool, by law: Law, on day: Day) -> [HarmFact] {
        let touched = coreSystem ? assets.union([.core]) : assets
        return Harm.allCases.flatMap { harm -> [HarmFact] in
            guard let extent = extents[harm] else { return [] }
            let known = HarmedAsset.allCases.filter {
                touched.contains($0) && law.judges(harm, of: $0, on: day)
            }
            return (known.isEmpty ? [.noncore] : known).compactMap { HarmFact(harm, $0, extent) }
        }
    }
}

extension Law {
    /// Whether the table of levels in force on `day` speaks of this harm to that asset.
    package func judges(_ harm: Harm, of asset: HarmedAsset, on day: Day) -> Bool {
        severity.contains {
            $0.rule.span.contains(day) && $0.harm == harm && $0.assets.contains(asset)
        }
    }

    /// What of weight the table of levels in force on `day` speaks of at all.
    package func weightyAssets(on day: Day) -> [HarmedAsset] {
        HarmedAsset.allCases.filter { asset in
            asset != .noncore && Harm.allCases.contains { judges($0, of: asset, on: day) }
        }
    }
}

extension Harm: StoredAsText {}
extension Extent: StoredAsText {}
