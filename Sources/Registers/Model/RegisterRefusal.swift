import Kernel

/// Why a register turns a request down.
package enum RegisterRefusal: Refusal, Hashable {
    case unknown(Term)
    case ofAnotherAgency
    case inBin
    case unknownColumn(String)
    case unknownPage

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .ofAnotherAgency: .forbidden
        case .inBin: .conflict
        case .unknownColumn, .unknownPage: .invalid
        }
    }

    package var code: String {
        switch self {
        case .unknown: "register.unknown"
        case .ofAnotherAgency: "register.of_another_agency"
        case .inBin: "register.in_bin"
        case .unknownColumn: "register.unknown_column"
        case .unknownPage: "register.unknown_page"
        }
    }

    package var message: Term {
        switch self {
        case .unknown(let one):
            Term("找不到這筆\(one.zh)。", en: "There is no such \(one.en.lowercased()).")
        case .ofAnotherAgency:
            Term(
                "這筆資料屬於另一個機關，只能看。要改，請該機關修改或先取得代辦同意。",
                en: "This belongs to another agency. Ask it to make the change.")
        case .inBin:
            Term("這筆資料在回收區，先復原再改。", en: "This is in the bin. Restore it first.")
        case .unknownColumn(let name):
            Term("沒有「\(name)」這個欄位。", en: "There is no field “\(name)”.")
        case .unknownPage:
            Term("找不到這一頁，從第一頁再看。", en: "There is no such page. Start again.")
        }
    }
}

/// Two people changed the same row: what one of them typed, and what stands there now.
package struct RegisterConflict<Row: RegisterRow>: Refusal {
    package let row: Row
    package let typed: TypedFields

    package var kind: RefusalKind { .conflict }
    package var code: String { "register.conflict" }
    package var message: Term {
        Term(
            "「\(row.name)」剛才有人改過。看看兩邊的內容，決定要用哪一個。",
            en: "Somebody has just changed “\(row.name)”. Compare both and choose.")
    }
}
