import HTML
import Kernel
import Outline
import Web

extension Programme {
    /// The menu: chapters that people think of together stand under one word.
    var menu: [MenuPart] {
        [
            MenuPart(
                "home", Term("待辦", en: "To do"), [NavigationItem(Term("待辦", en: "To do"), "/")]),
            MenuPart("agencies", Term("機關與人員", en: "Agencies and people"), places(of: 2, 5)),
            MenuPart("systems", Term("系統與資產", en: "Systems and assets"), places(of: 3, 7)),
            MenuPart("incidents", Term("資安事件", en: "Incidents"), places(of: 10)),
        ]
    }

    /// What the chapters with these numbers put into the menu.
    private func places(of numbers: Int...) -> [NavigationItem] {
        chapters.filter { numbers.contains($0.number) }.flatMap(\.navigation)
    }
}
