import Kernel
import MerkleLog
import Storage
import TestEngines
import Testing

@testable import Ledger

/// The drill of the threats T14 and T15: whoever owns the database changes it, and each time the
/// verifier names the first wrong index.
@Suite struct TamperDrillTests {
    @Test(arguments: TestEngine.allCases)
    func `an honest ledger is sound`(_ engine: TestEngine) async throws {
        let ledger = try await LedgerFixture(on: engine, entries: 40)

        let report = try await ledger.verified()

        #expect(report.flaw == nil)
        #expect(report.size == 40)
        #expect(report.lineCount == 53)
        #expect(report.agencyCount == 3)
        #expect(try await report.root == ledger.checkpoint().root)
    }

    @Test(arguments: TestEngine.allCases, Tampering.all)
    func `tampering is named with its first index`(
        _ engine: TestEngine, _ tampering: Tampering
    ) async throws {
        let ledger = try await LedgerFixture(on: engine, entries: 40)

        try await ledger.tamperer.run(tampering.script)

        let flaw = try await ledger.verified().flaw
        #expect(flaw == tampering.flaw)
    }

    @Test(arguments: TestEngine.allCases)
    func `a clean cut is seen against a kept checkpoint`(_ engine: TestEngine) async throws {
        let ledger = try await LedgerFixture(on: engine, entries: 40)
        let kept = try await ledger.checkpoint()

        try await ledger.tamperer.run(Tampering.cleanCut)

        let (blind, seeing) = (
            try await ledger.verified(), try await ledger.verified(keeping: [kept])
        )
        #expect(blind.flaw == nil)
        #expect(seeing.flaw == .truncated(at: 30, known: 40))
        #expect(seeing.size == 30)
    }

    @Test(arguments: TestEngine.allCases)
    func `an entry written anew is remembered by the agency's next`(_ engine: TestEngine)
        async throws
    {
        for mendsTree in [false, true] {
            let ledger = try await LedgerFixture(on: engine, entries: 40)
            try await ledger.forge { forgery in
                forgery.rewriteLine(at: 11)
                (forgery.mendsChains, forgery.mendsTree) = (false, mendsTree)
            }

            #expect(try await ledger.verified().flaw == .rewritten(at: 11))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an agency's last entry written anew does not fit the tree`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine, entries: 42)
        try await ledger.forge { forgery in
            forgery.rewriteLine(at: 39)
            forgery.mendsTree = false
        }

        #expect(try await ledger.verified().flaw == .alteredTree(at: 39, over: 38..<40))
    }

    @Test(arguments: TestEngine.allCases)
    func `an entry left out of a log written anew leaves a gap in its agency's numbers`(
        _ engine: TestEngine
    ) async throws {
        let ledger = try await LedgerFixture(on: engine, entries: 40)
        try await ledger.forge { $0.entries.remove(at: 17) }

        let agency = LedgerFixture.agencies[2].description
        #expect(
            try await ledger.verified().flaw
                == .ordinalGap(at: 19, agency: agency, expected: 6, found: 7))
    }

    @Test(arguments: TestEngine.allCases)
    func `a whole log written anew is seen only against kept checkpoints`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine)
        var kept: [Checkpoint] = []
        for size in [8, 32, 40] {
            try await ledger.append(upTo: size)
            kept.append(try await ledger.checkpoint())
        }
        #expect(try await ledger.verified(keeping: kept).checkpointCount == 3)

        try await ledger.forge { $0.rewriteLine(at: 11) }

        #expect(try await ledger.verified().flaw == nil)
        let seeing = try await ledger.verified(keeping: kept.reversed())
        #expect(seeing.flaw == .otherThanKept(at: 8, size: 32))
        #expect(seeing.checkpointCount == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `a ledger restored from yesterday and gone on from there is not the kept one`(
        _ engine: TestEngine
    ) async throws {
        let ledger = try await LedgerFixture(on: engine, entries: 30)
        let yesterday = try await ledger.checkpoint()
        let other = try await LedgerFixture(on: engine, entries: 30)
        try await ledger.append(upTo: 40)
        let kept = try await ledger.checkpoint()

        // The ids of another run are random: the same changes, another log.
        try await other.append(upTo: 40)

        #expect(try await other.verified(keeping: [kept]).flaw == .otherThanKept(at: 0, size: 40))
        #expect(try await ledger.verified(keeping: [yesterday, kept]).flaw == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `erased secrets leave the ledger sound`(_ engine: TestEngine) async throws {
        let ledger = try await LedgerFixture(on: engine)
        let record = RecordID(kind: "person", uuid: LedgerFixture.uuid(1, 1))
        let commitment = Commitment(to: "A123456789", salt: Commitment.newSalt())
        let line = Line(
            record: record, before: nil, after: "{\"idNumber\":\"\(commitment.text)\"}")
        let entry = NewEntry(
            at: LedgerFixture.noon, author: Author(kind: .job, id: nil, name: "test"),
            verb: "person.register", agency: LedgerFixture.agencies[0], lines: [line],
            secrets: [Secret(line: 1, field: "after.idNumber", ciphertext: [1, 2, 3])])

        let erased = try await ledger.database.write { session in
            try LedgerWriter.append(entry, to: session)
            return try History.eraseSecrets(of: record, in: session)
        }

        #expect(erased == 1)
        #expect(try await ledger.verified().flaw == nil)
    }
}
