import HTML
import Kernel

/// The list of what to mend, on top of a form that was sent with mistakes. The script moves the
/// focus here; each line leads to its field, in the same words as beside it.
package struct ErrorSummary: Component {
    let messages: [FieldMessage]

    package init(_ messages: [FieldMessage]) {
        self.messages = messages
    }

    package var body: HTML {
        if !messages.isEmpty {
            div(
                .class("mistakes"), .id("mistakes"), .role("alert"), .tabindex(-1),
                .aria("labelledby", "mistakes-title")
            ) {
                h2(.id("mistakes-title")) { heading }
                ul {
                    for message in messages {
                        li {
                            a(.href(Path(here: FormField.id(message.field)))) { message.message }
                            if let place = message.place {
                                " "
                                a(.href(place)) { Term("看那一筆", en: "See that one") }
                            }
                        }
                    }
                }
            }
        }
    }

    private var heading: Term {
        messages.count == 1
            ? Term("有 1 個地方要改", en: "There is 1 thing to fix")
            : Term("有 \(messages.count) 個地方要改", en: "There are \(messages.count) things to fix")
    }
}
