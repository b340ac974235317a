import Access
import Kernel
import Registers
import Web

/// What programs can do with a roster beyond its rows: say that nothing changed.
struct TeamAPI: Sendable {
    let door: Door

    private var desk: TeamDesk { TeamDesk(door: door) }

    var routes: [Route] {
        [
            Route(.post, "/api/v1/team/confirmation", .needs(.editTeam), confirmAll),
            Route(.post, "/api/v1/team/:id/confirmation", .needs(.editTeam), confirm),
        ]
    }

    private func confirmAll(_ request: WebRequest) async throws -> Answer {
        let (count, entry) = try await desk.confirmAll(by: request.caller)
        return try .resource(Confirmed(confirmed: count, entry: entry?.description))
    }

    private func confirm(_ request: WebRequest) async throws -> Answer {
        try await desk.confirm(request.parameter("id"), by: request.caller)
        return try .resource(Confirmed(confirmed: 1, entry: nil))
    }

    private struct Confirmed: Encodable {
        let confirmed: Int
        /// By which it is taken back.
        let entry: String?
    }
}
