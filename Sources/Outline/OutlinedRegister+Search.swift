import HTML
import Kernel
import Registers
import Web

extension OutlinedRegister {
    package var search: SearchSource {
        SearchSource(Row.register.title, needs: Row.register.see) { words, view in
            guard !words.isEmpty else { return [] }
            return try view.found(words.text, of: Row.self).map { listed in
                SearchHit(
                    Term(listed.row.name, en: listed.row.name),
                    detail: Term(listed.agencyName, en: listed.agencyName),
                    path: Path(Row.register.path, listed.row.head.uuid.hyphenated))
            }
        }
    }

    package var adding: NavigationItem {
        let one = Row.register.one
        return NavigationItem(
            Term("新增\(one.zh)", en: "Add: \(one.en)"), Path(Row.register.path, "new"),
            .needs(Row.register.edit))
    }
}
