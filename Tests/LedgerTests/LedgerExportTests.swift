import Foundation
import Kernel
import MerkleLog
import Storage
import TestEngines
import Testing

@testable import Ledger

@Suite struct LedgerExportTests {
    @Test(arguments: TestEngine.allCases)
    func `an agency's part of the log is proven without the rest`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine, entries: 40)
        let agency = LedgerFixture.agencies[2]
        let export = try await ledger.export(agency: agency)

        let report = try LogExportVerifier().verify(export)

        #expect(report.agency == agency.description)
        #expect(report.entryCount == 13)
        #expect(report.lineCount == 26)
        #expect(try await report.checkpoint == ledger.checkpoint())
    }

    @Test(arguments: TestEngine.allCases)
    func `the whole log is proven from its export`(_ engine: TestEngine) async throws {
        let ledger = try await LedgerFixture(on: engine, entries: 40)

        let report = try LogExportVerifier().verify(try await ledger.export(agency: nil))

        #expect(report.agency == nil)
        #expect(report.entryCount == 40)
        #expect(report.lineCount == 53)
    }

    @Test(arguments: TestEngine.allCases)
    func `an export continues the checkpoint its reader has kept, or says so`(
        _ engine: TestEngine
    ) async throws {
        let ledger = try await LedgerFixture(on: engine, entries: 13)
        let kept = try await ledger.checkpoint()
        let other = try await LedgerFixture(on: engine, entries: 13).checkpoint()
        try await ledger.append(upTo: 40)
        let export = try await ledger.export(agency: LedgerFixture.agencies[0], kept: kept)

        #expect(try LogExportVerifier(kept: kept).verify(export).entryCount == 14)
        #expect(throws: LogExportFlaw.otherThanKept(size: 13)) {
            try LogExportVerifier(kept: other).verify(export)
        }
        let namesake = Checkpoint(origin: "another", size: kept.size, root: kept.root)
        #expect(throws: LogExportFlaw.otherLog(origin: "test")) {
            try LogExportVerifier(kept: namesake).verify(export)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an export without the witness's signature is not proven`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine, entries: 5)
        let log = try #require(NoteSigner(name: "log", seed: Array(repeating: 1, count: 32)))
        let witness = try #require(
            NoteSigner(name: "witness", seed: Array(repeating: 2, count: 32)))
        let export = try await ledger.export(agency: nil, signer: log)

        let logKey = log.publicKey
        #expect(try LogExportVerifier(keys: [logKey]).verify(export).entryCount == 5)
        #expect(throws: LogExportFlaw.unsigned(key: "witness")) {
            try LogExportVerifier(keys: [logKey, witness.publicKey]).verify(export)
        }
    }

    @Test(arguments: [
        (4, "公文系統", "公文", LogExportFlaw.altered(position: 8)),
        (2, "\"authorName\":\"王小明\"", "\"authorName\":\"李大華\"", .altered(position: 2)),
        (2, "\"ordinal\":1", "\"ordinal\":2", .gap(agency: agency, expected: 1)),
        (2, "\"position\":2", "\"position\":3", .altered(position: 3)),
        (1, "\"entryCount\":13", "\"entryCount\":14", .cutOff(entries: 13, of: 14)),
        (1, "\"form\":\"chengdun-ledger-1\"", "\"form\":\"\"", .notAnExport),
        (3, "\"lines\":", "\"rows\":", .unreadable(line: 3)),
    ])
    func `an export that was edited is not proven`(
        _ line: Int, _ text: String, _ forged: String, _ flaw: LogExportFlaw
    ) async throws {
        let ledger = try await LedgerFixture(on: .sqlite, entries: 40)
        var lines = try await ledger.export(agency: LedgerFixture.agencies[2]).lines
        let edited = lines[line - 1].replacing(text, with: forged)
        #expect(edited != lines[line - 1])
        lines[line - 1] = edited

        #expect(throws: flaw) { try LogExportVerifier().verify(Data(lines: lines)) }
    }

    @Test func `an export with an entry taken out, doubled or exchanged is not proven`()
        async throws
    {
        let ledger = try await LedgerFixture(on: .sqlite, entries: 40)
        let lines = try await ledger.export(agency: LedgerFixture.agencies[2]).lines
        var (shorter, doubled, exchanged) = (lines, lines, lines)
        shorter.remove(at: 3)
        doubled.insert(lines[3], at: 4)
        exchanged.swapAt(3, 4)

        for (forged, expected) in [(shorter, 3), (doubled, 4), (exchanged, 3)] {
            #expect(throws: LogExportFlaw.gap(agency: Self.agency, expected: expected)) {
                try LogExportVerifier().verify(Data(lines: forged))
            }
        }
        #expect(throws: LogExportFlaw.cutOff(entries: 12, of: 13)) {
            try LogExportVerifier().verify(Data(lines: lines.dropLast()))
        }
    }

    @Test func `a whole log with an entry taken out is not proven`() async throws {
        let ledger = try await LedgerFixture(on: .sqlite, entries: 40)
        let lines = try await ledger.export(agency: nil).lines
        let header = lines[0].replacing("\"entryCount\":40", with: "\"entryCount\":39")

        #expect(throws: LogExportFlaw.cutOff(entries: 39, of: 40)) {
            try LogExportVerifier().verify(Data(lines: [header] + lines.dropFirst().dropLast()))
        }
        #expect(throws: LogExportFlaw.missing(position: 0)) {
            let exchanged = [lines[0], lines[2], lines[1]] + lines.dropFirst(3)
            return try LogExportVerifier().verify(Data(lines: exchanged))
        }
    }

    static let agency = LedgerFixture.agencies[2].description
}

extension LedgerFixture {
    func export(
        agency: AgencyID?, kept: Checkpoint? = nil, signer: NoteSigner? = nil
    ) async throws -> Data {
        let export = LedgerExport(origin: "test", agency: agency, kept: kept, signer: signer)
        return try await database.read { session in
            var data = Data()
            _ = try export.write(in: session) { data.append(contentsOf: $0) }
            return data
        }
    }
}

extension Data {
    fileprivate var lines: [String] {
        split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    fileprivate init(lines: some Sequence<String>) {
        self = Data(lines.map { $0 + "\n" }.joined().utf8)
    }
}
