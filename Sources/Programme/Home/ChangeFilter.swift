import Access
import HTML
import Kernel
import Ledger
import Web

/// Which changes of the reader's agency are looked at.
struct ChangeFilter: Sendable {
    enum Part: Hashable, Sendable {
        case all
        case kind(RecordKind)
        /// Of kinds that have no page of their own.
        case others
    }

    /// `nil` for the last week.
    var since: Instant?
    var part = Part.all
    /// By name; `nil` for everybody.
    var author: String?

    static let others = Term("帳號、金鑰等", en: "Accounts, keys and such")

    /// What says nothing by itself: it follows from other changes.
    private static let silent: Set<RecordKind> = [
        "message", "stockTakeItem", "incidentStep", "incidentSystem", "reminder", "signIn",
    ]

    /// Whether the caller may look at what was changed; accounts and keys are for who sees people.
    func isOpen(to caller: Caller) -> Bool {
        switch part {
        case .all: true
        case .others: caller.may(.seePeople)
        case .kind(let kind): RecordPlace.all[kind].map { caller.may($0.needs) } ?? false
        }
    }

    func question(by caller: Caller, at now: Instant) -> ChangeQuestion {
        let kinds: ChangeQuestion.Kinds =
            switch part {
            case .all where caller.may(.seePeople): .besides(Self.silent)
            case .all: .only(RecordPlace.kinds(for: caller).subtracting(Self.silent))
            case .kind(let kind): .only([kind])
            case .others: .besides(Self.silent.union(RecordPlace.all.keys))
            }
        return ChangeQuestion(
            of: caller.agency, since: since ?? now.adding(hours: -7 * 24), kinds, by: author)
    }
}

// The filter as an address has it.
extension ChangeFilter {
    init(_ query: Fields) {
        since = Int64(query["since"]).map { Instant(microseconds: $0) }
        author = query["by"].isEmpty ? nil : query["by"]
        part =
            switch query["kind"] {
            case "": .all
            case "others": .others
            case let kind: .kind(RecordKind(kind))
            }
    }

    var path: Path {
        var path: Path = "/changes"
        switch part {
        case .all: break
        case .kind(let kind): path = path.with("kind", kind.name)
        case .others: path = path.with("kind", "others")
        }
        if let author { path = path.with("by", author) }
        if let since { path = path.with("since", since.microseconds) }
        return path
    }
}
