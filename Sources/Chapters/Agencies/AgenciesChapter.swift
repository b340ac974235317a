import Access
import Kernel
import Outline
import Storage

extension Chapter {
    /// Chapter 貳 of the plan: the organisations that it binds.
    package static func agencies(_ door: Door) -> Chapter {
        Chapter(
            number: 2,
            title: Term("適用範圍", en: "Scope"),
            registers: [],
            migrations: Migration.agencies)
    }
}
