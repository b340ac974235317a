import Kernel

/// A property of an element. Names are literals of this program; values are escaped.
package struct Attribute: Sendable {
    let prefix: StaticString?
    let name: StaticString
    let value: Value

    enum Value: Sendable {
        case absent
        case flag
        case text(String)
        case literal(StaticString)
        case term(Term)
        case path(Path)
        case number(Int)
    }

    init(_ name: StaticString, _ value: Value, prefix: StaticString? = nil) {
        self.prefix = prefix
        self.name = name
        self.value = value
    }

    /// No attribute, for the other side of a choice.
    package static let none = Attribute("", .absent)

    /// `attribute` where `condition` holds, else none.
    package static func when(
        _ condition: Bool, _ attribute: @autoclosure () -> Attribute
    ) -> Attribute {
        condition ? attribute() : .none
    }

    /// Names of the style sheet; none at all where the text is empty.
    package static func `class`(_ names: String) -> Attribute {
        names.isEmpty ? .none : Attribute("class", .text(names))
    }
    package static func id(_ text: String) -> Attribute { Attribute("id", .text(text)) }
    package static func title(_ words: Term) -> Attribute { Attribute("title", .term(words)) }
    package static func lang(_ language: Language) -> Attribute {
        Attribute("lang", .text(language.rawValue))
    }
    package static let hidden = Attribute("hidden", .flag)
    package static func tabindex(_ number: Int) -> Attribute {
        Attribute("tabindex", .number(number))
    }
    package static func role(_ role: StaticString) -> Attribute {
        Attribute("role", .literal(role))
    }

    /// As in `.aria("label", Term("主選單", en: "Main menu"))`.
    package static func aria(_ name: StaticString, _ words: Term) -> Attribute {
        Attribute(name, .term(words), prefix: "aria-")
    }

    package static func aria(_ name: StaticString, _ text: String) -> Attribute {
        Attribute(name, .text(text), prefix: "aria-")
    }

    package static func data(_ name: StaticString, _ text: String) -> Attribute {
        Attribute(name, .text(text), prefix: "data-")
    }

    package static func data(_ name: StaticString, _ words: Term) -> Attribute {
        Attribute(name, .term(words), prefix: "data-")
    }

    /// A request that the enhancement script makes, as in `.hx("get", "/search")`.
    package static func hx(_ name: StaticString, _ path: Path) -> Attribute {
        Attribute(name, .path(path), prefix: "hx-")
    }

    /// A setting of the enhancement script. Event handlers (`hx-on`) and expressions are not
    /// settings: the content security policy refuses them.
    package static func hx(_ name: StaticString, _ setting: StaticString) -> Attribute {
        Attribute(name, .literal(setting), prefix: "hx-")
    }
}

// Links and tables.
extension Attribute {
    package static func href(_ path: Path) -> Attribute { Attribute("href", .path(path)) }
    package static func src(_ path: Path) -> Attribute { Attribute("src", .path(path)) }
    package static func rel(_ relation: StaticString) -> Attribute {
        Attribute("rel", .literal(relation))
    }
    package static func hreflang(_ language: Language) -> Attribute {
        Attribute("hreflang", .text(language.rawValue))
    }
    package static func alt(_ words: Term) -> Attribute { Attribute("alt", .term(words)) }
    /// A picture that is fetched when it comes into sight.
    package static let lazy = Attribute("loading", .literal("lazy"))
    package static func media(_ query: StaticString) -> Attribute {
        Attribute("media", .literal(query))
    }
    package static func charset(_ name: StaticString) -> Attribute {
        Attribute("charset", .literal(name))
    }
    package static func content(_ text: String) -> Attribute { Attribute("content", .text(text)) }
    package static func content(_ words: Term) -> Attribute { Attribute("content", .term(words)) }
    package static let `defer` = Attribute("defer", .flag)
    package static func datetime(_ text: String) -> Attribute {
        Attribute("datetime", .text(text))
    }
    package static func scope(_ scope: Scope) -> Attribute {
        Attribute("scope", .text(scope.rawValue))
    }
    package static func colspan(_ number: Int) -> Attribute {
        Attribute("colspan", .number(number))
    }
    package static func rowspan(_ number: Int) -> Attribute {
        Attribute("rowspan", .number(number))
    }

    /// What a table's heading is the heading of.
    package enum Scope: String, Sendable {
        case row, col, rowgroup, colgroup
    }
}

// Forms.
extension Attribute {
    package static func name(_ text: String) -> Attribute { Attribute("name", .text(text)) }
    package static func value(_ text: String) -> Attribute { Attribute("value", .text(text)) }
    package static func value(_ number: Int) -> Attribute { Attribute("value", .number(number)) }
    package static func `for`(_ id: String) -> Attribute { Attribute("for", .text(id)) }
    package static func form(_ id: String) -> Attribute { Attribute("form", .text(id)) }
    package static func formaction(_ path: Path) -> Attribute {
        Attribute("formaction", .path(path))
    }
    package static func list(_ id: String) -> Attribute { Attribute("list", .text(id)) }
    package static func placeholder(_ words: Term) -> Attribute {
        Attribute("placeholder", .term(words))
    }
    package static func type(_ type: InputType) -> Attribute {
        Attribute("type", .text(type.rawValue))
    }
    package static func autocomplete(_ kind: StaticString) -> Attribute {
        Attribute("autocomplete", .literal(kind))
    }
    package static func inputmode(_ kind: StaticString) -> Attribute {
        Attribute("inputmode", .literal(kind))
    }
    package static func maxlength(_ number: Int) -> Attribute {
        Attribute("maxlength", .number(number))
    }
    package static func rows(_ number: Int) -> Attribute { Attribute("rows", .number(number)) }
    package static func size(_ number: Int) -> Attribute { Attribute("size", .number(number)) }
    package static func max(_ number: Int) -> Attribute { Attribute("max", .number(number)) }
    package static func accept(_ kinds: StaticString) -> Attribute {
        Attribute("accept", .literal(kinds))
    }
    package static let required = Attribute("required", .flag)
    package static let checked = Attribute("checked", .flag)
    package static let selected = Attribute("selected", .flag)
    package static let disabled = Attribute("disabled", .flag)
    package static let multiple = Attribute("multiple", .flag)
    package static let readonly = Attribute("readonly", .flag)
    package static let autofocus = Attribute("autofocus", .flag)
    package static let open = Attribute("open", .flag)

    /// What kind of input a control takes.
    package enum InputType: String, Sendable {
        case text, search, email, tel, url, password, number, date, time, month
        case datetimeLocal = "datetime-local"
        case checkbox, radio, file, hidden, submit, button, reset
    }
}
