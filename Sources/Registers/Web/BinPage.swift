import Access
import HTML
import Kernel
import Web

/// What was removed from a register and can come back.
struct BinPage<Row: RegisterRow>: Sendable {
    let slice: Slice<Listed<Row>>
    let query: ListQuery
    let caller: Caller

    private var register: Register<Row> { Row.register }

    var page: Page {
        Page(
            Term("\(register.title.zh)回收區", en: "\(register.title.en): bin"),
            trail: [Crumb(register.title, register.place)]
        ) {
            PageHeading(
                Term("\(register.title.zh)回收區", en: "\(register.title.en): bin"),
                lede: HTML(
                    Term("移到這裡的資料還在，隨時可以復原。", en: "What was removed can come back.")))
            if slice.rows.isEmpty {
                EmptyState(Term("回收區是空的。", en: "The bin is empty."))
            } else {
                DataTable(register.title, columns: columns, rows: slice.rows)
                Paging(
                    first: query.after == nil ? nil : query.place(of: register, after: nil),
                    next: slice.next.map { query.place(of: register, after: $0) },
                    summary: Term("\(slice.rows.count) 筆", en: "\(slice.rows.count) rows"))
            }
        }
    }

    private var columns: [TableColumn<Listed<Row>>] {
        let register = register
        let caller = caller
        return [
            TableColumn(register.one) { item in
                a(.href(register.place(item.row.head.uuid))) { item.row.name }
            },
            TableColumn(Term("移除時間", en: "Removed")) { item in
                if let removedAt = item.row.head.removedAt { time(removedAt) }
            },
            TableColumn(Term("機關", en: "Agency")) { HTML($0.agencyName) },
            TableColumn(Term("復原", en: "Restore")) { item in
                if caller.may(register.edit) && item.row.agencyID == caller.agency {
                    actionForm(
                        Term("復原", en: "Restore"),
                        to: register.place(item.row.head.uuid).appending("restoration"), .small,
                        subject: item.row.name)
                }
            },
        ]
    }
}
