import Access
import Hummingbird
import Kernel

/// What each caller of one site may still ask.
struct Allowances: Sendable {
    private let api: Allowance<Caller.Kind>?
    private let strangers: Allowance<Source>?
    private let exports: Allowance<PersonID>?

    init(_ rates: Rates) {
        api = Allowance(rates.apiPerMinute, in: 60)
        strangers = Allowance(rates.strangersPerMinute, in: 60)
        exports = Allowance(rates.exportsPerHour, in: 3_600)
    }

    /// Pages of people who are signed in cost nothing here, and neither do pages that strangers only
    /// look at.
    ///
    /// - Throws: `WebRefusal.tooManyRequests`.
    func take(for request: Request, _ visit: Visit) throws {
        let wait: Int? =
            if let caller = visit.caller {
                request.isOfAPI ? api?.take(caller.kind, at: visit.now) : nil
            } else if request.isOfAPI || !request.isSafe {
                strangers?.take(Source(address: visit.address), at: visit.now)
            } else { nil }
        if let wait { throw WebRefusal.tooManyRequests(seconds: wait) }
    }

    /// - Throws: `WebRefusal.exportsUsedUp` for a person who has taken out too many lists.
    func takeExport(by caller: Caller, at now: Instant) throws {
        guard let exports, let person = caller.person else { return }
        if let wait = exports.take(person, at: now) {
            throw WebRefusal.exportsUsedUp(most: exports.most, seconds: wait)
        }
    }
}
