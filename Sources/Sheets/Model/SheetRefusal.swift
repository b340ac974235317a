import Archive
import Kernel

/// Why a spreadsheet that somebody gave us is not read.
package enum SheetRefusal: Refusal, Hashable, Codable {
    /// The container is not as it should be.
    case archive(ZipRefusal)
    case unknownFormat
    /// Old binary files, and newer ones with a password, which are wrapped alike.
    case binaryFormat
    /// A web page that calls itself a spreadsheet.
    case webPage
    case encrypted
    case documentType
    case damaged(String)
    case tooManyRows(limit: Int)
    case tooManyColumns(limit: Int, row: Int)
    case cellTooLong(row: Int)
    case tooMuchText
    case tooManyMerges(limit: Int)
    case unknownEncoding
    case unclosedQuote(row: Int)
    case noHeader
    /// Reading took longer, or more memory, than an honest file needs.
    case tooDemanding
    case notReadable
    /// The encoding that was asked for lacks these characters.
    case unwritable([String])

    package var kind: RefusalKind {
        switch self {
        case .archive(let refusal): refusal.kind
        case .tooManyRows, .tooManyColumns, .cellTooLong, .tooMuchText, .tooManyMerges,
            .tooDemanding:
            .limit
        default: .invalid
        }
    }

    package var code: String {
        switch self {
        case .archive(let refusal): refusal.code
        case .unknownFormat: "sheet.unknown_format"
        case .binaryFormat: "sheet.binary_format"
        case .webPage: "sheet.web_page"
        case .encrypted: "sheet.encrypted"
        case .documentType: "sheet.document_type"
        case .damaged: "sheet.damaged"
        case .tooManyRows: "sheet.too_many_rows"
        case .tooManyColumns: "sheet.too_many_columns"
        case .cellTooLong: "sheet.cell_too_long"
        case .tooMuchText: "sheet.too_much_text"
        case .tooManyMerges: "sheet.too_many_merges"
        case .unknownEncoding: "sheet.unknown_encoding"
        case .unclosedQuote: "sheet.unclosed_quote"
        case .noHeader: "sheet.no_header"
        case .tooDemanding: "sheet.too_demanding"
        case .notReadable: "sheet.not_readable"
        case .unwritable: "sheet.unwritable"
        }
    }
}
