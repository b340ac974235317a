import Kernel

/// Why a stock-take turns a request down.
package enum StockTakeRefusal: Refusal, Hashable {
    case unknown
    case yearTaken(ROCYear)
    case signed
    case notSigned
    case pending(Int)
    case compensationNeeded
    case reasonNeeded
    case badYear
    case badPeriod
    case lastDayNeeded
    case leaderNeeded
    case signatoryNeeded
    case futureSignature
    case scanNeeded
    case stampKept
    case nothingChosen

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .yearTaken, .signed, .notSigned, .pending, .stampKept: .conflict
        case .compensationNeeded, .reasonNeeded, .badYear, .badPeriod, .lastDayNeeded,
            .leaderNeeded, .signatoryNeeded, .futureSignature, .scanNeeded, .nothingChosen:
            .invalid
        }
    }

    package var code: String {
        switch self {
        case .unknown: "stock_take.unknown"
        case .yearTaken: "stock_take.year_taken"
        case .signed: "stock_take.signed"
        case .notSigned: "stock_take.not_signed"
        case .pending: "stock_take.pending"
        case .compensationNeeded: "stock_take.compensation_needed"
        case .reasonNeeded: "stock_take.reason_needed"
        case .badYear: "stock_take.bad_year"
        case .badPeriod: "stock_take.bad_period"
        case .lastDayNeeded: "stock_take.last_day_needed"
        case .leaderNeeded: "stock_take.leader_needed"
        case .signatoryNeeded: "stock_take.signatory_needed"
        case .futureSignature: "stock_take.future_signature"
        case .scanNeeded: "stock_take.scan_needed"
        case .stampKept: "stock_take.stamp_kept"
        case .nothingChosen: "stock_take.nothing_chosen"
        }
    }

    package var message: Term {
        switch self {
        case .unknown: Term("找不到這次盤點。", en: "There is no such stock-take.")
        case .yearTaken(let year):
            Term(
                "\(year.number) 年的盤點已經開始了，在盤點清單裡打開它。",
                en: "The stock-take of \(year.gregorian) has begun already. Open it from the list.")
        case .signed:
            Term(
                "這次盤點已經簽核，清冊已凍結。要再改，先寫理由重新開啟。",
                en: "This stock-take is signed and frozen. Reopen it with a reason first.")
        case .notSigned: Term("這次盤點還沒簽核。", en: "This stock-take is not signed yet.")
        case .pending(let count):
            Term("還有 \(count) 筆待確認，都確認了才能簽核。", en: "\(count) assets are still to be checked.")
        case .compensationNeeded:
            Term(
                "盤點和簽核是同一個人，要寫下怎麼補強，例如：由總務主任抽核 10 筆。",
                en: "You sign your own work: say what makes up for it.")
        case .reasonNeeded: Term("填寫重新開啟的理由", en: "Say why it is opened again")
        case .badYear: Term("年份填民國年，例如 115", en: "Enter a year of the Republic, such as 115")
        case .badPeriod: Term("結束日不能早於開始日", en: "It cannot end before it begins")
        case .lastDayNeeded:
            Term("填寫結束日，例如 2027-01-31", en: "Enter the last day, such as 2027-01-31")
        case .leaderNeeded: Term("填寫盤點負責人", en: "Enter who leads it")
        case .signatoryNeeded: Term("填寫紙本上簽章的人和日期", en: "Enter who signed the paper and when")
        case .futureSignature: Term("簽章日期不能晚於今天", en: "The day of signing lies ahead")
        case .scanNeeded:
            Term(
                "把簽章的那一頁拍下來或掃描，選擇檔案", en: "Photograph or scan the stamped page, and choose the file"
            )
        case .stampKept:
            Term(
                "紙本簽章的盤點要留著簽章頁的照片。要換一張，先加上新的，再撤回舊的。",
                en: "A round signed on paper keeps a photo of the stamp. Add the new one first.")
        case .nothingChosen: Term("先選取要確認的資產。", en: "Choose the assets to confirm first.")
        }
    }
}

extension StockTakeRefusal {
    /// The field of the round's forms that it is about; `nil` where no form is.
    var field: String? {
        switch self {
        case .badPeriod, .lastDayNeeded: "closesOn"
        case .leaderNeeded: "leader"
        case .signatoryNeeded: "signedBy"
        case .futureSignature: "signedOn"
        case .scanNeeded: "file"
        case .compensationNeeded: "compensation"
        case .reasonNeeded: "reason"
        default: nil
        }
    }
}
