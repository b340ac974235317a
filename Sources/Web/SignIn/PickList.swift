import HTML
import Kernel

/// A short list of which each line has one act on its right: whom to work as, which session to end.
struct PickList: Component {
    let rows: [Row]

    /// One line: what it is, more about it, and the act, or words where there is none.
    struct Row: Sendable {
        let heading: HTML
        let notes: [HTML]
        let act: HTML
    }

    var body: HTML {
        ul(.class("picks")) {
            for row in rows {
                li {
                    div {
                        strong { row.heading }
                        for note in row.notes { small { note } }
                    }
                    row.act
                }
            }
        }
    }
}
