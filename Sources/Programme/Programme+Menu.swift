import HTML
import Kernel
import Outline
import Web

extension Programme {
    /// The menu: chapters that people think of together stand under one word.
    var menu: [MenuPart] {
        [
            MenuPart(
                "home", Term("待辦", en: "To do"),
                [
                    NavigationItem(Term("待辦", en: "To do"), "/"),
                    NavigationItem(Term("行事曆", en: "Calendar"), "/calendar", .needs(.seeDuties)),
                    NavigationItem(
                        Term("所屬總覽", en: "All organisations"), "/board", .needs(.seeBoard),
                        isOfSupervisors: true),
                ]),
            MenuPart("plan", Term("維護計畫", en: "The plan"), places(of: 1)),
            MenuPart(
                "duties", Term("應辦事項", en: "Duties"),
                [
                    NavigationItem(Term("應辦事項", en: "Duties"), "/duties", .needs(.seeDuties)),
                    NavigationItem(Term("法規", en: "The law"), "/law", .needs(.seeDuties)),
                ]),
            MenuPart("systems", Term("系統與資產", en: "Systems and assets"), places(of: 3, 7)),
            MenuPart("incidents", Term("資安事件", en: "Incidents"), places(of: 10)),
            MenuPart(
                "agencies", Term("機關與人員", en: "Agencies and people"), places(of: 2, 5)),
        ]
    }

    /// What the chapters with these numbers put into the menu.
    private func places(of numbers: Int...) -> [NavigationItem] {
        chapters.filter { numbers.contains($0.number) }.flatMap(\.navigation)
    }
}
