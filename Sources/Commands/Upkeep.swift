import Logging
import Programme

/// What the running service does by itself: at the start and after midnight it counts the standings
/// anew, at the start and once a day it clears away content that no entry names, and every minute it
/// gives back free memory.
struct Upkeep: Sendable {
    let programme: Programme
    let logger: Logger

    /// Counts the standings anew where a day has passed, and says how long it took.
    func count() async throws {
        let began = ContinuousClock.now
        let years = try await programme.keepUpToDate()
        guard !years.isEmpty else { return }
        let took = (ContinuousClock.now - began) / .milliseconds(1)
        logger.info(
            "counted",
            metadata: [
                "years": "\(years.map(\.number))", "milliseconds": "\(Int(took.rounded()))",
            ])
    }

    /// Looks once a minute until it is cancelled.
    func run() async {
        var sweptAt: ContinuousClock.Instant?
        while !Task.isCancelled {
            do {
                try await count()
                if sweptAt.map({ ContinuousClock.now - $0 > .seconds(86_400) }) ?? true {
                    let removed = try await programme.sweep()
                    sweptAt = .now
                    if removed > 0 {
                        logger.info("swept", metadata: ["files": "\(removed)"])
                    }
                }
                FreeMemory.giveBack()
                try await Task.sleep(for: .seconds(60))
            } catch is CancellationError {
                return
            } catch {
                logger.error("upkeep failed", metadata: ["error": "\(error)"])
            }
        }
    }
}
