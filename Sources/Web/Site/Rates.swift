/// How much one caller may ask of the site in a while; 0 is no limit.
///
/// The numbers, and why pages of people who are signed in have none: docs/decisions/0025.
package struct Rates: Hashable, Sendable {
    /// Requests to the API by one key, or by one person's sessions.
    package var apiPerMinute = 600
    /// Requests to the API and acts by all of one network (`Source`) who are not signed in.
    package var strangersPerMinute = 60
    /// Whole lists taken out by one person.
    package var exportsPerHour = 10

    package init() {}

    /// For measurements and tests that ask faster than people and their programs do.
    package static let none: Rates = {
        var rates = Rates()
        rates.apiPerMinute = 0
        rates.strangersPerMinute = 0
        rates.exportsPerHour = 0
        return rates
    }()
}
