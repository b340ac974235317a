import Foundation
import Testing

@testable import Web

@Suite struct TurnstileTests {
    @Test func `a person has one heavy answer made at a time, others have theirs`() async throws {
        let turnstile = Turnstile()
        let (clerk, other) = (UUID(), UUID())
        try await turnstile.pass(clerk) {
            await #expect(throws: WebRefusal.oneAtATime) { try await turnstile.pass(clerk) {} }
            try await turnstile.pass(other) {}
        }
        try await turnstile.pass(clerk) {}
    }

    @Test func `who failed may come again`() async throws {
        let turnstile = Turnstile()
        let clerk = UUID()
        await #expect(throws: CancellationError.self) {
            try await turnstile.pass(clerk) { throw CancellationError() }
        }
        try await turnstile.pass(clerk) {}
    }

    @Test func `a request of seconds is logged in full`() {
        #expect(Duration.milliseconds(6_512).microseconds == 6_512_000)
    }
}
