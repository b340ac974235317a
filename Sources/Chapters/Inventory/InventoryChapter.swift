import Access
import Kernel
import Outline
import Storage

extension Chapter {
    /// Chapter 柒 of the plan: what the agency has.
    package static func inventory(_ door: Door) -> Chapter {
        Chapter(
            number: 7,
            title: Term("資訊及資通系統之盤點", en: "Inventory"),
            registers: [],
            migrations: Migration.inventory)
    }
}
