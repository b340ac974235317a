/// A request that is turned down, told to the person who made it.
///
/// Each room has closed enums of refusals. The message says what was refused, why, and what to do.
/// Everything else that goes wrong is a fault: an ordinary error that the person sees only as a
/// number to report.
package protocol Refusal: Error {
    var kind: RefusalKind { get }
    /// A stable word for programs, as in `system.unknown`.
    var code: String { get }
    var message: Term { get }
}

/// What kind of "no" a refusal is. What the caller may not see is `notFound`.
package enum RefusalKind: Sendable {
    /// The input is wrong; the message names the place.
    case invalid
    /// The caller has not signed in, or no longer.
    case signedOut
    /// The caller sees the thing but may not do this to it.
    case forbidden
    /// There is no such thing within the caller's reach.
    case notFound
    /// The thing has changed or is in a state that does not allow this.
    case conflict
    /// Too much or too often.
    case limit
    /// The service cannot do this now.
    case unavailable
}
