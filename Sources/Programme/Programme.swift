import Access
import Kernel
import Ledger
import Outline
import Storage
import Systems
import Web

/// The sum of chapters on one database: what the site, the commands and the tests stand on.
package struct Programme: Sendable {
    package let door: Door
    package let signIn: SignIn
    package let sessions: Sessions
    package let tokens: Tokens
    package let chapters: [Chapter]

    package init(
        database: any Database, time: TimeSource, hashing: PasswordHashing,
        rule: SignInRule = SignInRule()
    ) {
        door = Door(database: database, time: time)
        signIn = SignIn(
            database: database, door: door, hashing: hashing, throttle: SourceThrottle(),
            rule: rule)
        sessions = Sessions(database: database, rule: rule.session)
        tokens = Tokens(database: database, door: door)
        chapters = [Systems.chapter(door)]
    }

    /// Every table of the programme, in the order in which they are made.
    package static let migrations: [Migration] =
        History.migrations + SearchIndex.migrations + Migration.access + Migration.systems
}
