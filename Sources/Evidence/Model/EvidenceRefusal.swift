import Kernel

/// Why a file is not taken as evidence, or not found.
package enum EvidenceRefusal: Refusal, Equatable {
    case unknown
    case noFile
    case wrongKind(String)
    case noteLength
    case noLongerHeld
    case ofAnotherAgency

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .ofAnotherAgency: .forbidden
        case .noFile, .wrongKind, .noteLength, .noLongerHeld: .invalid
        }
    }

    package var code: String {
        switch self {
        case .unknown: "evidence.unknown"
        case .noFile: "evidence.no_file"
        case .wrongKind: "evidence.wrong_kind"
        case .noteLength: "evidence.note"
        case .noLongerHeld: "evidence.no_longer_held"
        case .ofAnotherAgency: "evidence.of_another_agency"
        }
    }

    /// The field of the form that it is about; `nil` where no form is.
    package var field: String? {
        switch self {
        case .unknown, .ofAnotherAgency: nil
        case .noFile, .wrongKind, .noLongerHeld: "file"
        case .noteLength: "note"
        }
    }

    package var message: Term {
        switch self {
        case .unknown: Term("找不到這個佐證。", en: "There is no such evidence.")
        case .noFile: Term("選擇要上傳的佐證檔案", en: "Choose the files to add")
        case .wrongKind(let name):
            Term(
                "佐證要是 PDF、ODF、DOCX、XLSX、圖片、CSV 或文字檔。「\(name)」的內容不是；舊的 Word、Excel 或簡報檔，先另存成 PDF。",
                en:
                    "Evidence is PDF, ODF, DOCX, XLSX, a picture, CSV or text. “\(name)” is none; save old office files as PDF first."
            )
        case .ofAnotherAgency:
            Term(
                "這筆資料屬於另一個機關，佐證只能看。",
                en: "This belongs to another agency; its evidence can only be looked at.")
        case .noLongerHeld:
            Term(
                "先前收到的檔案放了一天，或太多了，已經清掉。再選一次。",
                en: "What arrived before waited a day or was too much. Choose it again.")
        case .noteLength: Term("說明最多 200 字", en: "The note has at most 200 characters")
        }
    }
}
