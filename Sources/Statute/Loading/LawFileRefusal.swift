import Kernel

/// Why a file of the law is not taken: which file, which line, which key, and what is wrong.
///
/// The law that was in use stays in use.
package struct LawFileRefusal: Refusal, Equatable {
    package let file: String
    /// From 1 on; 0 where the file as a whole is meant.
    package let line: Int
    /// The path of keys to the place, as in `duties.level.edr.levels`.
    package let key: String
    package let reason: Term

    package var kind: RefusalKind { .invalid }
    package var code: String { "law.file" }

    package var message: Term {
        Term(
            "法規檔 \(file) 第 \(line) 行「\(key)」：\(reason.zh)",
            en: "Law file \(file), line \(line), \(key): \(reason.en)")
    }
}

/// A place in a file of the law, to be named when something is wrong there.
struct FileSpot: Hashable, Sendable {
    let file: String
    let line: Int

    func refusal(_ key: String, _ reason: Term) -> LawFileRefusal {
        LawFileRefusal(file: file, line: line, key: key, reason: reason)
    }
}
