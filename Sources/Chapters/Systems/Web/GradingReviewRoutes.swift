import Access
import Kernel
import Web

/// The act on the list of systems that says their gradings were looked at.
struct GradingReviewRoutes: Sendable {
    let door: Door

    var routes: [Route] {
        [Route(.post, "/systems/grading-review", .needs(.editSystems), confirm)]
    }

    private func confirm(_ request: WebRequest) async throws -> Answer {
        let (count, entry) = try await GradingReview(door: door).confirmAll(by: request.caller)
        let list = InformationSystem.register.place
        return .redirect(to: list).saying(
            Toast(
                Term("已檢視 \(count) 個系統的分級", en: "\(count) gradings reviewed"),
                undo: entry.map { list.undo($0) }))
    }
}
