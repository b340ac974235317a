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

    package var acts: [NavigationItem] {
        let register = Row.register
        let edit = Route.Audience.needs(register.edit)
        return [
            NavigationItem(
                Term("新增\(register.one.zh)", en: "Add: \(register.one.en)"),
                Path(register.path, "new"), edit),
            NavigationItem(
                Term("匯入\(register.title.zh)", en: "Import: \(register.title.en)"),
                Path(register.path, "imports", "new"), edit),
        ]
    }
}
