import Foundation
import Kernel
import Ledger
import MerkleLog
import Storage

/// What the ledger's commands read and write outside the database.
enum LedgerFiles {
    /// - Throws: `LedgerFileRefusal.checkpoint` where the file holds none.
    static func checkpoint(_ path: String) throws -> Checkpoint {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let signed = SignedCheckpoint(text)
        else { throw LedgerFileRefusal.checkpoint(path) }
        return signed.checkpoint
    }

    static func secret(_ path: String) throws -> [UInt8] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let seed = [UInt8](hex: text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw LedgerFileRefusal.signer }
        return seed
    }

    /// A new file that only its owner reads, for a history holds what people did.
    static func create(_ path: String) throws -> FileHandle {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LedgerFileRefusal.output(path) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// The name of this city's log: the id of the city never changes.
    static func origin(in session: any Session) throws -> String {
        let city = try session.value(
            "SELECT id FROM agency WHERE parentID IS NULL ORDER BY path LIMIT 1",
            as: AgencyID.self)
        guard let city else { throw LedgerFileRefusal.noCity }
        return "chengdun/\(city)"
    }

    static func agency(_ code: String, in session: any Session) throws -> AgencyID {
        let agency = try session.value(
            "SELECT id FROM agency WHERE code = \(code)", as: AgencyID.self)
        guard let agency else { throw LedgerFileRefusal.agency(code) }
        return agency
    }
}

/// Why a command of the ledger cannot begin.
enum LedgerFileRefusal: Refusal, Equatable {
    case checkpoint(String)
    case signer
    case output(String)
    case agency(String)
    case noCity

    var kind: RefusalKind {
        switch self {
        case .checkpoint, .signer: .invalid
        case .output: .conflict
        case .agency, .noCity: .notFound
        }
    }

    var code: String {
        switch self {
        case .checkpoint: "ledger.checkpoint"
        case .signer: "ledger.signer"
        case .output: "ledger.output"
        case .agency: "ledger.agency"
        case .noCity: "ledger.no_city"
        }
    }

    var message: Term {
        switch self {
        case .checkpoint(let path):
            Term("\(path) 裡沒有檢核點。", en: "There is no checkpoint in \(path).")
        case .signer:
            Term(
                "簽章需要名稱（沒有空白）和 64 個十六進位數字的金鑰檔。",
                en: "Signing needs a name without spaces and a key file of 64 hexadecimal digits.")
        case .output(let path):
            Term(
                "無法建立 \(path)：檔案已經存在，或資料夾不能寫入。",
                en: "Cannot create \(path): it exists already, or its folder cannot be written.")
        case .agency(let code):
            Term("沒有代碼 \(code) 的機關。", en: "There is no agency with the code \(code).")
        case .noCity:
            Term("資料裡還沒有機關，請先初始化。", en: "There is no agency yet; run init first.")
        }
    }
}
