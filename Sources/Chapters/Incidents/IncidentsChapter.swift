import Access
import Kernel
import Outline
import Statute
import Storage

extension Chapter {
    /// Chapter 壹拾 of the plan: incidents, their clocks and drills.
    package static func incidents(_ door: Door, _ law: LawShelf) -> Chapter {
        Chapter(
            number: 10,
            title: Term("資通安全事件通報、應變及演練", en: "Incidents"),
            registers: [],
            migrations: Migration.incidents)
    }
}
