import HTML
import Kernel

/// Two people changed the same thing: both versions side by side, and a form to choose by field.
package struct ConflictView: Component {
    let path: Path
    let version: Int
    let sentence: Term
    let differences: [Difference]
    let others: [Fields.Pair]

    /// One field that the two differ in.
    package struct Difference: Sendable {
        let name: String
        let term: Term
        /// As sent by the form, and as people read it.
        let typed: String
        let typedShown: HTML
        let stored: String
        let storedShown: HTML

        package init(
            _ name: String, _ term: Term, typed: (value: String, shown: HTML),
            stored: (value: String, shown: HTML)
        ) {
            self.name = name
            self.term = term
            self.typed = typed.value
            typedShown = typed.shown
            self.stored = stored.value
            storedShown = stored.shown
        }
    }

    /// - Parameters:
    ///   - path: where the form goes that the two filled in.
    ///   - version: the one that stands now; choosing is against it.
    ///   - sentence: who changed it, when, as in 「王主任在 10:05 改了這筆資料」.
    ///   - others: the fields that do not differ, sent along.
    package init(
        to path: Path, version: Int, sentence: Term, differences: [Difference],
        others: [Fields.Pair]
    ) {
        self.path = path
        self.version = version
        self.sentence = sentence
        self.differences = differences
        self.others = others
    }

    package var body: HTML {
        form(.post, to: path, .class("conflict stack")) {
            hiddenField("version", String(version))
            for pair in others { hiddenField(pair.name, pair.value) }
            p(.class("conflict__who")) { sentence }
            for difference in differences {
                fieldset(.class("field")) {
                    legend { difference.term }
                    div(.class("versus")) {
                        choice(
                            difference, Term("您填的", en: "Yours"), difference.typed,
                            difference.typedShown, isChosen: true)
                        choice(
                            difference, Term("現在的", en: "Now stored"), difference.stored,
                            difference.storedShown, isChosen: false)
                    }
                }
            }
            submit(Term("用選的內容儲存", en: "Save what is chosen"))
        }
    }

    private func choice(
        _ difference: Difference, _ whose: Term, _ value: String, _ shown: HTML, isChosen: Bool
    ) -> HTML {
        let id = "\(FormField.id(difference.name))-\(isChosen ? "typed" : "stored")"
        return div(.class("option")) {
            input(
                .type(.radio), .id(id), .name(difference.name), .value(value),
                .when(isChosen, .checked))
            label(.for(id)) {
                small { whose }
                if shown.isEmpty {
                    span(.class("missing")) { Term("空白", en: "Empty") }
                } else {
                    shown
                }
            }
        }
    }
}
