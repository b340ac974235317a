import HTML
import Kernel

/// One question of a form: its label, how to answer, what is wrong with the answer, the control.
package struct FormField: Component {
    let name: String
    let term: Term
    let control: Control
    let hint: Term?
    let help: Term?
    let error: Term?
    let isOptional: Bool

    /// - Parameters:
    ///   - hint: one short line that stands under the label.
    ///   - help: more, behind 「這題要怎麼填？」.
    ///   - error: what to mend, without the word 「錯誤」.
    package init(
        _ name: String, _ term: Term, _ control: Control, hint: Term? = nil, help: Term? = nil,
        error: Term? = nil, optional: Bool = false
    ) {
        self.name = name
        self.term = term
        self.control = control
        self.hint = hint
        self.help = help
        self.error = error
        isOptional = optional
    }

    /// Where the summary of mistakes leads to.
    package static func id(_ name: String) -> String { "field-\(name)" }

    package var body: HTML {
        let classes = error == nil ? "field" : "field field--wrong"
        if control.isGroup {
            fieldset(.class(classes), .id(id), .tabindex(-1), describedBy) {
                legend { question }
                notes
                control.drawn(name, id: id, attributes: [])
            }
        } else {
            div(.class(classes)) {
                label(.for(id)) { question }
                notes
                control.drawn(name, id: id, attributes: marks)
            }
        }
    }

    private var id: String { Self.id(name) }

    @HTMLBuilder
    private var question: HTML {
        term
        if isOptional { span(.class("optional")) { Term("（選填）", en: " (optional)") } }
    }

    @HTMLBuilder
    private var notes: HTML {
        if let hint { p(.class("hint"), .id("\(id)-hint")) { hint } }
        if let help {
            details(.class("help")) {
                summary { Term("這題要怎麼填？", en: "How do I answer this?") }
                p { help }
            }
        }
        if let error {
            p(.class("wrong"), .id("\(id)-error")) {
                span(.class("vh")) { Term("錯誤：", en: "Error: ") }
                error
            }
        }
    }

    private var marks: [Attribute] {
        [describedBy, .when(error != nil, .aria("invalid", "true"))]
    }

    private var describedBy: Attribute {
        let ids = [hint == nil ? nil : "\(id)-hint", error == nil ? nil : "\(id)-error"]
            .compactMap { $0 }.joined(separator: " ")
        return .when(!ids.isEmpty, .aria("describedby", ids))
    }
}
