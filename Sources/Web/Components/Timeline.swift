import HTML
import Kernel

/// What happened to one thing, the newest first, a sentence each.
package struct Timeline: Component {
    let events: [Event]

    package init(_ events: [Event]) {
        self.events = events
    }

    package var body: HTML {
        ol(.class("timeline")) {
            for event in events {
                li {
                    time(event.at)
                    p {
                        strong { event.who }
                        " "
                        event.sentence
                    }
                    for detail in event.details { p(.class("timeline__detail")) { detail } }
                }
            }
        }
    }

    package struct Event: Sendable {
        package let at: Instant
        let who: String
        let sentence: HTML
        let details: [HTML]

        /// - Parameter sentence: what the person did, as in 「把 RTO 由 24 改為 8 小時」.
        package init(at: Instant, who: String, details: [HTML] = [], sentence: HTML) {
            self.at = at
            self.who = who
            self.sentence = sentence
            self.details = details
        }
    }
}
