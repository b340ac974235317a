import HTML
import Kernel

/// How a question is answered, with the answer so far.
package enum Control: Sendable {
    /// `offers` are phrases to take over; any other text is as good.
    case line(String, width: Width = .full, most: Int? = nil, offers: [String] = [])
    case paragraph(String, rows: Int = 4, most: Int? = nil)
    /// A whole number; `unit` stands behind it.
    case number(String, unit: Term? = nil)
    /// An ISO day as browsers send it.
    case day(String)
    case moment(String)
    case email(String)
    /// The name that somebody signs in with.
    case account(String)
    case password(isNew: Bool = false)
    /// A six-digit code of an authenticator.
    case code
    /// One of many, in a drop-down list.
    case choice([Option], chosen: String)
    /// One of few, all in sight.
    case radios([Option], chosen: String)
    /// Any of few.
    case boxes([Option], chosen: Set<String>)
    /// Files of this machine; `accept` are the types and endings that the browser offers first.
    case file(accept: StaticString, several: Bool = false)
    /// Yes or no, as one box whose label is the question's own words.
    case tick(Term, isTicked: Bool)

    /// One of the answers.
    package struct Option: Hashable, Sendable {
        let value: String
        let term: Term
        let hint: Term?

        package init(_ value: String, _ term: Term, hint: Term? = nil) {
            self.value = value
            self.term = term
            self.hint = hint
        }
    }

    /// How long an answer is expected to be.
    package enum Width: String, Sendable {
        case full, half, short
    }

    var isGroup: Bool {
        switch self {
        case .radios, .boxes, .tick: true
        default: false
        }
    }

    func drawn(_ name: String, id: String, attributes: [Attribute]) -> HTML {
        let own: [Attribute] = [.id(id), .name(name)] + attributes
        return switch self {
        case .line(let value, let width, let most, let offers):
            Self.line(
                own + [
                    .type(.text), .value(value), .class("w-\(width.rawValue)"), Self.most(most),
                ],
                offers, id: "\(id)-offers")
        case .paragraph(let value, let rows, let most):
            HTML("textarea", own + [.rows(rows), Self.most(most)]) { Self.kept(value) }
        case .number(let value, let unit):
            span(.class("with-unit")) {
                Self.box(
                    own + [
                        .type(.text), .inputmode("numeric"), .value(value), .class("w-short"),
                    ])
                if let unit { span { unit } }
            }
        case .day(let value):
            Self.box(own + [.type(.date), .value(value), .class("w-half")])
        case .moment(let value):
            Self.box(own + [.type(.datetimeLocal), .value(value), .class("w-half")])
        case .email(let value):
            Self.box(own + [.type(.email), .value(value), .autocomplete("email")])
        case .account(let value):
            Self.box(own + [.type(.text), .value(value), .autocomplete("username")])
        case .password(let isNew):
            Self.box(
                own + [
                    .type(.password), .autocomplete(isNew ? "new-password" : "current-password"),
                ])
        case .code:
            Self.box(
                own + [
                    .type(.text), .inputmode("numeric"), .autocomplete("one-time-code"),
                    .class("w-short"),
                ])
        case .file(let accept, let isSeveral):
            Self.box(own + [.type(.file), .accept(accept), .when(isSeveral, .multiple)])
        case .choice(let options, let chosen): Self.list(options, chosen, own)
        case .radios(let options, let chosen):
            Self.group(options, name, id, .radio) { $0 == chosen }
        case .boxes(let options, let chosen):
            Self.group(options, name, id, .checkbox, chosen.contains)
        case .tick(let term, let isTicked):
            Self.group([Option("true", term)], name, id, .checkbox) { _ in isTicked }
        }
    }

    private static func box(_ attributes: [Attribute]) -> HTML {
        HTML(void: "input", attributes)
    }

    @HTMLBuilder
    private static func line(_ attributes: [Attribute], _ offers: [String], id: String) -> HTML {
        box(attributes + [.when(!offers.isEmpty, .list(id))])
        if !offers.isEmpty {
            HTML("datalist", [.id(id)]) { for offer in offers { option(.value(offer)) {} } }
        }
    }

    private static func most(_ count: Int?) -> Attribute {
        count.map { .data("most", String($0)) } ?? .none
    }

    /// A browser drops the first line end of a text area; one more keeps what was written.
    private static func kept(_ text: String) -> String {
        text.hasPrefix("\n") ? "\n" + text : text
    }

    private static func list(
        _ options: [Option], _ chosen: String, _ attributes: [Attribute]
    ) -> HTML {
        HTML("select", attributes) {
            if !options.contains(where: { $0.value == chosen }) {
                option(.value(""), .selected) { Term("選一個", en: "Choose one") }
            }
            for choice in options {
                option(.value(choice.value), .when(choice.value == chosen, .selected)) {
                    choice.term
                }
            }
        }
    }

    private static func group(
        _ options: [Option], _ name: String, _ id: String, _ type: Attribute.InputType,
        _ isChosen: (String) -> Bool
    ) -> HTML {
        div(.class("options")) {
            for (index, choice) in options.enumerated() {
                div(.class("option")) {
                    box([
                        .type(type), .id("\(id)-\(index)"), .name(name), .value(choice.value),
                        .when(isChosen(choice.value), .checked),
                    ])
                    label(.for("\(id)-\(index)")) {
                        choice.term
                        if let hint = choice.hint { small { hint } }
                    }
                }
            }
        }
    }
}
