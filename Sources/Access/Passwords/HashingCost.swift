/// How much work a guess at a password costs: memory, and passes over it (Argon2id, RFC 9106).
///
/// The cost is data: a hash remembers the cost it was made with, and is made anew at the next
/// sign-in when the city has raised it.
package struct HashingCost: Hashable, Sendable {
    package let memoryKiB: Int
    package let passes: Int
    package let lanes: Int

    package init(memoryKiB: Int, passes: Int, lanes: Int = 1) {
        self.memoryKiB = max(8 * lanes, memoryKiB)
        self.passes = max(1, passes)
        self.lanes = max(1, lanes)
    }

    /// What a city runs with: 64 MiB, three passes.
    package static let production = HashingCost(memoryKiB: 64 * 1_024, passes: 3)

    /// The least that may be configured (OWASP's minimum for Argon2id).
    package static let floor = HashingCost(memoryKiB: 19 * 1_024, passes: 2)

    /// Whether a guess costs at least as much as under `other`.
    package func isAtLeast(_ other: HashingCost) -> Bool {
        memoryKiB >= other.memoryKiB && passes >= other.passes
    }
}
