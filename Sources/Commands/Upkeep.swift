import Logging
import Programme

/// What the running service does by itself: after midnight it counts the standings anew.
struct Upkeep: Sendable {
    let programme: Programme
    let logger: Logger

    /// Looks once a minute until it is cancelled.
    func run() async {
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: .seconds(60))
                try await programme.keepUpToDate()
            } catch is CancellationError {
                return
            } catch {
                logger.error("upkeep failed", metadata: ["error": "\(error)"])
            }
        }
    }
}
