import Foundation
import Kernel
import Storage

/// The answer to a change that was made under a key.
struct MadeChange: RowDecodable {
    let request: Digest
    let text: String

    init(_ row: inout RowReader) throws {
        request = try row.next()
        text = try row.next()
    }

    static func find(
        _ key: IdempotencyKey, in agency: AgencyID, _ view: View
    ) throws -> MadeChange? {
        let made: MadeChange? = try view.first(
            """
            SELECT request, answer FROM madeChange
            WHERE author = \(view.caller.keyOwner) AND agencyID = \(agency) AND key = \(key.text)
            """)
        if let made, made.request != key.request { throw ChangeRefusal.keyUsedForSomethingElse }
        return made
    }

    static func keep(
        _ answer: some Encodable, under key: IdempotencyKey, in agency: AgencyID, _ view: View
    ) throws {
        let text = String(decoding: try JSONEncoder().encode([answer]), as: UTF8.self)
        let yesterday = view.now.adding(hours: -24)
        try view.session.execute("DELETE FROM madeChange WHERE madeAt < \(yesterday)")
        try view.session.execute(
            """
            INSERT INTO madeChange (author, agencyID, key, request, answer, madeAt)
            VALUES (\(view.caller.keyOwner), \(agency), \(key.text), \(key.request), \(text),
              \(view.now))
            """)
    }

    func answer<T: Decodable>(as type: T.Type) throws -> T {
        guard let first = try JSONDecoder().decode([T].self, from: Data(text.utf8)).first else {
            throw StorageFault.column(1, expected: "one answer")
        }
        return first
    }
}

extension Caller {
    /// Whose keys these are.
    fileprivate var keyOwner: String {
        switch kind {
        case .person(let id): "person:\(id)"
        case .token(let id, _): "token:\(id)"
        case .console(let user): "console:\(user)"
        case .job(let name): "job:\(name)"
        }
    }
}
