import Kernel

/// What a register says about one agency and one duty: how much was done, and since when.
package struct Finding: Hashable, Sendable {
    package let counted: Int
    /// How much there is to do; `nil` where the law's own number says it.
    package let needed: Int?
    /// The days on which the things counted were done, in order; the last of them for a state that
    /// is reached once everything is covered.
    let days: [Day]
    /// The last day on which this still holds; `nil` while no end is known.
    package let heldUntil: Day?

    private init(counted: Int, needed: Int?, days: [Day], heldUntil: Day?) {
        self.counted = counted
        self.needed = needed
        self.days = days
        self.heldUntil = heldUntil
    }

    /// Acts that are counted: an audit, a drill, a sign-off, each on its day.
    package static func done(on days: [Day]) -> Finding {
        Finding(counted: days.count, needed: nil, days: days.sorted(), heldUntil: nil)
    }

    /// Rows of a register that must all be in order: so many of so many, the last since `day`, or
    /// since nobody knows when.
    ///
    /// An agency with nothing to cover gives `needed: 0`; the duty does not apply to it then.
    package static func covered(_ counted: Int, of needed: Int, lastOn day: Day?) -> Finding {
        Finding(
            counted: counted, needed: needed, days: day.map { [$0] } ?? [], heldUntil: nil)
    }

    /// Something that holds from a day on, as an appointment; until a day, where its end is known.
    package static func held(
        _ counted: Int = 1, since day: Day, until last: Day? = nil
    ) -> Finding {
        Finding(counted: counted, needed: nil, days: [day], heldUntil: last)
    }

    /// Nothing was found.
    package static let nothing = Finding(counted: 0, needed: nil, days: [], heldUntil: nil)

    /// The day on which `needed` were done; `nil` while they are not. A state that nobody dated
    /// counts from `first`, the first day that was asked about.
    func metOn(needing needed: Int, from first: Day) -> Day? {
        guard needed > 0, counted >= needed else { return nil }
        guard let last = days.last else { return first }
        return days.count == counted ? days[needed - 1] : last
    }
}
