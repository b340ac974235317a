import HTML
import Kernel

/// A paper as a part of a page: on the screen, and printed from the browser.
///
/// Numbers are words in the text, headings are headings, tables have scopes. `place` is where the
/// page lies; with it the contents become links.
package struct PaperPage: Component {
    private let printed: PrintedDocument
    private let place: Path?
    private let isPart: Bool

    /// - Parameter isPart: whether the page around it has a main heading of its own.
    package init(_ document: Document, at place: Path? = nil, isPart: Bool = false) {
        printed = PrintedDocument(document)
        self.place = place
        self.isPart = isPart
    }

    private var document: Document { printed.document }

    package var body: HTML {
        article(.class("paper paper--\(document.front.rawValue)"), .lang(.chinese)) {
            front
            for block in document.opening { show(block) }
            clauses(printed.clauses[...])
            for (number, annex) in printed.annexes.enumerated() { show(annex, number) }
            if let signOff = document.signOff { show(signOff) }
            if let seal = document.seal { show(seal) }
        }
    }

    private var front: HTML {
        header(.class("paper-front paper-front--\(document.front.rawValue)")) {
            if document.standing == .draft { p(.class("paper-draft")) { "草稿" } }
            if !document.issuer.isEmpty, document.front != .table {
                p(.class("paper-issuer")) { document.issuer }
            }
            if isPart {
                h2(.class("paper-title")) { title }
            } else {
                h1(.class("paper-title")) { title }
            }
            if let edition = document.edition { p { edition } }
            if let issued = document.issued { p { issued } }
            if document.front == .cover { contents }
        }
    }

    private var title: String {
        guard document.front == .table else { return document.title }
        return printed.annexes.first?.heading ?? document.title
    }

    private var contents: HTML {
        nav(.class("paper-contents"), .aria("label", Term("目錄", en: "Contents"))) {
            h2 { "目錄" }
            ul {
                for (number, clause) in printed.clauses.enumerated() where clause.depth == 0 {
                    entry(clause.label + printed.words(clause.clause.text), "c\(number)")
                }
                for (number, annex) in printed.annexes.enumerated() {
                    entry(annex.heading, "a\(number)")
                }
            }
        }
    }

    private func entry(_ words: String, _ mark: String) -> HTML {
        li {
            if let place {
                a(.href(place.at(mark))) { words }
            } else {
                words
            }
        }
    }

    /// Clauses in the order of the paper, those below another inside it.
    private func clauses(_ rest: ArraySlice<PrintedClause>) -> HTML {
        var pieces: [HTML] = []
        var rest = rest
        while let clause = rest.first {
            let below = rest.dropFirst().prefix { $0.depth > clause.depth }
            pieces.append(show(clause, at: rest.startIndex, below: below))
            rest = rest[below.endIndex...]
        }
        return HTML(pieces)
    }

    private func show(
        _ clause: PrintedClause, at number: Int, below: ArraySlice<PrintedClause>
    ) -> HTML {
        section(
            .class("clause clause--\(clause.clause.level.name)\(clause.isAgencys ? " own" : "")"),
            .id("c\(number)")
        ) {
            line(of: clause)
            if !below.isEmpty || !clause.clause.blocks.isEmpty {
                div(.class("below")) {
                    for block in clause.clause.blocks { show(block) }
                    clauses(below)
                }
            }
        }
    }

    private func line(of clause: PrintedClause) -> HTML {
        let words = HTML {
            span(.class("label")) { clause.label }
            span(.class("words")) {
                show(clause.clause.text)
                if let mark = clause.originMark { small { mark } }
            }
        }
        guard clause.isHeading else { return p(.class("line")) { words } }
        return switch clause.depth {
        case 0: h2(.class("line")) { words }
        case 1: h3(.class("line")) { words }
        default: h4(.class("line")) { words }
        }
    }

    private func show(_ text: [Inline]) -> HTML {
        HTML(
            printed.runs(text).map { run in
                switch run.kind {
                case .plain: HTML(run.text)
                case .filled: span(.class("filled")) { run.text }
                case .blank: mark(.class("blank")) { run.text }
                }
            })
    }

    private func show(_ block: Block) -> HTML {
        switch block {
        case .paragraph(let text): p { show(text) }
        case .list(let points): ul { for point in points { li { show(point) } } }
        case .table(let content): show(content)
        }
    }

    private func show(_ annex: PrintedAnnex, _ number: Int) -> HTML {
        section(.class("annex \(annex.annex.page.rawValue)"), .id("a\(number)")) {
            if document.front != .table { h2 { annex.heading } }
            for block in annex.annex.blocks { show(block) }
        }
    }

    private func show(_ content: Table) -> HTML {
        div(.class("paper-table"), .tabindex(0)) {
            table {
                thead {
                    tr {
                        for column in content.columns { th(.scope(.col)) { lines(column.title) } }
                    }
                }
                tbody {
                    for row in content.rows {
                        tr {
                            for (column, words) in zip(content.columns, row) {
                                td(.class(column.alignment.rawValue)) { lines(words) }
                            }
                        }
                    }
                    if content.rows.isEmpty {
                        tr {
                            td(.class("center"), .colspan(max(1, content.columns.count))) {
                                Table.emptyNote
                            }
                        }
                    }
                }
            }
        }
    }

    private func lines(_ words: String) -> HTML {
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
        return HTML(
            lines.enumerated().map { place, line in
                HTML {
                    if place > 0 { br() }
                    String(line)
                }
            })
    }

    private func show(_ signOff: SignOff) -> HTML {
        section(.class("sign-off")) {
            h2 { "核定欄" }
            table {
                thead { tr { for post in signOff.posts { th(.scope(.col)) { post.title } } } }
                tbody {
                    tr(.class("signature")) { for post in signOff.posts { td { post.name } } }
                    tr { for post in signOff.posts { td { post.signedOnWords } } }
                }
            }
        }
    }

    private func show(_ seal: Seal) -> HTML {
        aside(.class("seal"), .aria("label", Term("查驗資訊", en: "Verification"))) {
            if let code = seal.picture { drawing(of: code) }
            div { for line in seal.lines { p { line } } }
        }
    }

    private func drawing(of code: QRCode) -> HTML {
        let side = code.modules.count + 8
        return svg(
            .viewBox(0, 0, side, side), .role("img"),
            .aria("label", Term("查驗用方塊碼", en: "Square code for verification"))
        ) {
            rect(.fill("#fff"), .width(Double(side)), .height(Double(side)))
            HTML("path", [.fill("#000"), .d(code.path)]) {}
        }
    }
}

extension PrintedClause {
    fileprivate var isAgencys: Bool { clause.origin == .agency }
}
