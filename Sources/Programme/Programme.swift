import Access
import Kernel
import Outline
import Storage
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
        chapters = Self.chapters(door)
    }
}
