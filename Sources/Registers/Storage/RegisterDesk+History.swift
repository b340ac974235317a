import Access
import Evidence
import Foundation
import Kernel
import Ledger

extension RegisterDesk {
    /// What was done to a row, the newest first.
    ///
    /// - Throws: `RegisterRefusal.unknown` outside the caller's reach.
    package func history(_ uuid: UUID, by caller: Caller) async throws -> [RowEvent] {
        try await door.read(by: caller) { view in
            let _: Listed<Row> = try view.require(uuid)
            let record = RecordID(kind: Row.kind, uuid: uuid)
            return try History.history(of: record, in: view.session)
                .map(RowEvent.reader(of: Row.self))
        }
    }
}

extension RegisterDesk {
    /// What is said of a row that was just added.
    func hint(of uuid: UUID, by caller: Caller) async throws -> Term? {
        guard let hint = Row.register.extras.hint else { return nil }
        return try await door.read(by: caller) { try hint($0, $0.require(uuid).row) }
    }

    /// A row together with its latest history, the rows that belong to it and its evidence.
    package func look(
        _ uuid: UUID, by caller: Caller
    ) async throws -> (Listed<Row>, [RowEvent], [RelatedRows], [EvidenceFile]) {
        try await door.read(by: caller) { view in
            let listed: Listed<Row> = try view.require(uuid)
            let record = RecordID(kind: Row.kind, uuid: uuid)
            let lines = try History.history(of: record, in: view.session)
            let related = try Row.register.ties?.related(view, listed.row) ?? []
            let files = try EvidenceFile.all(of: record, view)
            return (listed, lines.map(RowEvent.reader(of: Row.self)), related, files)
        }
    }
}

extension RowEvent {
    /// Reads a line of the ledger about a row of `type`.
    fileprivate static func reader<Row: RegisterRow>(
        of type: Row.Type
    ) -> (HistoryLine) -> RowEvent {
        { line in
            RowEvent(
                line, verb: Row.register.verbTerm(line.verb),
                changes: Row.register.columns.changes(from: line.before, to: line.after))
        }
    }

    /// What a line of the ledger tells, in the words of its chapter.
    package init(_ line: HistoryLine, verb: Term, changes: [FieldChange]) {
        self.init(at: line.at, author: line.author.sentence, verb: verb, changes: changes)
    }
}

extension Author {
    /// As in 「王小明（代 李大華）」.
    fileprivate var sentence: String {
        onBehalfOf.map { "\(name)（代 \($0)）" } ?? name
    }
}

extension Register {
    /// What people read for a verb of the ledger. A row also changes by what is done to others, as
    /// to the business of a system: that is read as what was done.
    fileprivate func verbTerm(_ name: String) -> Term {
        if let own = extras.verbs.first(where: { $0.name == name }) { return own.term }
        let act = name.split(separator: ".").last.flatMap { RowVerb(rawValue: String($0)) }
        return act?.term ?? Term("更動", en: "changed")
    }
}
