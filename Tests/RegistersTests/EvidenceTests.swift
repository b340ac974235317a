import Access
import Evidence
import Foundation
import Kernel
import Ledger
import Registers
import Storage
import Systems
import TestCity
import TestEngines
import Testing

@Suite struct EvidenceTests {
    private static let picture: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 7, count: 100)

    private func desk(_ city: TestCity) -> RegisterDesk<InformationSystem> {
        RegisterDesk(door: city.door)
    }

    private func file(_ name: String, _ bytes: [UInt8]) throws -> (NewFile, ScratchFolder) {
        let folder = try ScratchFolder()
        let url = URL(fileURLWithPath: folder.path("upload"))
        try Data(bytes).write(to: url)
        return (
            try NewFile(FileName(name), at: url, size: bytes.count, digest: Digest(of: bytes)),
            folder
        )
    }

    private func files(
        _ uuid: UUID, by caller: Caller, _ city: TestCity
    ) async throws -> [EvidenceFile] {
        try await desk(city).look(uuid, by: caller).3
    }

    @Test(arguments: TestEngine.allCases)
    func `a file is kept with its line and comes back as it was`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let system = city.system(.own).head.uuid
        let (new, folder) = try file("截圖.png", Self.picture)
        let day = Day("2026-11-01")

        try await desk(city).files.attach(
            [new], to: system, effectiveOn: day, note: "演練", by: officer)
        withExtendedLifetime(folder) {}

        let kept = try #require(try await files(system, by: officer, city).first)
        #expect(kept.name.text == "截圖.png" && kept.kind == .png && kept.effectiveOn == day)
        #expect(try await desk(city).files.open(kept.id, of: system, by: officer).1 == Self.picture)
        let lines = try await city.door.read(by: officer) { view in
            try History.history(
                of: RecordID(kind: "evidence", uuid: kept.id.uuid), in: view.session)
        }
        #expect(lines.first?.after?.contains("\(kept.digest)") == true)
        let rows = try await city.door.read(by: officer) { view in
            try view.value("SELECT count(*) FROM evidenceContent", as: Int.self)
        }
        #expect(rows == (engine == .sqlite ? 0 : 1))
    }

    @Test(arguments: TestEngine.allCases)
    func `the same content is stored once and each record has its own entry`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        for place in [TestCity.Place.own, .sibling] {
            let officer = try await city.caller(.officer, in: place)
            let (new, folder) = try file("a.png", Self.picture)
            try await desk(city).files.attach(
                [new], to: city.system(place).head.uuid, effectiveOn: nil, note: "",
                by: officer)
            withExtendedLifetime(folder) {}
        }

        let officer = try await city.caller(.officer)
        #expect(try await files(city.system(.own).head.uuid, by: officer, city).count == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `a file is out of reach of other agencies and under other records`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let officer = try await city.caller(.officer)
        let own = city.system(.own).head.uuid
        let (new, folder) = try file("a.png", Self.picture)
        try await desk(city).files.attach(
            [new], to: own, effectiveOn: nil, note: "", by: officer)
        withExtendedLifetime(folder) {}
        let id = try #require(try await files(own, by: officer, city).first).id
        let stranger = try await city.caller(.officer, in: .sibling)
        let theirs = city.system(.sibling).head.uuid

        await #expect(throws: RegisterRefusal.self) {
            _ = try await desk(city).files.open(id, of: own, by: stranger)
        }
        await #expect(throws: EvidenceRefusal.unknown) {
            _ = try await desk(city).files.open(id, of: theirs, by: stranger)
        }
        await #expect(throws: EvidenceRefusal.unknown) {
            try await desk(city).files.withdraw(id, of: theirs, by: stranger)
        }
        await #expect(throws: RegisterRefusal.self) {
            try await desk(city).files.attach(
                [new], to: own, effectiveOn: nil, note: "", by: stranger)
        }
    }

    @Test func `a withdrawn file keeps its bytes and its entry, and can come back`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let system = city.system(.own).head.uuid
        let (new, folder) = try file("a.png", Self.picture)
        try await desk(city).files.attach(
            [new], to: system, effectiveOn: nil, note: "", by: officer)
        withExtendedLifetime(folder) {}
        let id = try #require(try await files(system, by: officer, city).first).id

        try await desk(city).files.withdraw(id, of: system, by: officer)

        #expect(try await files(system, by: officer, city).first?.withdrawnAt != nil)
        #expect(try await desk(city).files.open(id, of: system, by: officer).1 == Self.picture)
        try await desk(city).files.withdraw(id, of: system, isWithdrawn: false, by: officer)
        #expect(try await files(system, by: officer, city).first?.withdrawnAt == nil)
    }

    @Test func `content is on the disk before a change names it`() async throws {
        let folder = try ScratchFolder()
        let (new, upload) = try file("a.png", Self.picture)
        let place = folder.path("evidence")

        try withExtendedLifetime(upload) { try ContentStore(folder: place).keep(new) }
        // The process could end here: content without an entry harms nobody, and is kept again.
        try withExtendedLifetime(upload) { try ContentStore(folder: place).keep(new) }

        let name = new.digest.description
        let kept = FileManager.default.contents(
            atPath: "\(place)/\(name.prefix(2))/\(name.dropFirst(2))")
        #expect(kept == Data(Self.picture))
        let inner = try FileManager.default.contentsOfDirectory(
            atPath: "\(place)/\(name.prefix(2))")
        #expect(inner.count == 1)
    }

    @Test(arguments: [
        ("photo.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='x'>"),
        ("page.png", "<!DOCTYPE html><script>x</script>"), ("tool.pdf", "MZ\u{1}\u{2}"),
        ("empty.csv", ""), ("pack.ods", "PK\u{3}\u{4}nothing"),
        ("macro.xlsx", "PK\u{3}\u{4}xl/workbook.xml xl/vbaProject.bin"),
    ])
    func `content that is not what evidence is made of is refused`(
        _ name: String, _ content: String
    ) throws {
        #expect(throws: EvidenceRefusal.wrongKind(name)) {
            _ = try file(name, Array(content.utf8))
        }
    }

    @Test(arguments: [
        ("%PDF-1.7", FileKind.pdf), ("GIF89a..", .gif), ("RIFF....WEBPVP8 ", .webp),
        ("....ftypheic", .heic), ("名稱,數量\r\n筆電,3", .text),
        ("PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", .ods),
        ("PK\u{3}\u{4}[Content_Types].xml xl/workbook.xml", .xlsx),
    ])
    func `a kind is told by content alone`(_ content: String, _ kind: FileKind) {
        #expect(FileKind(of: Data(content.utf8)) == kind)
    }

    @Test func `only pictures that can do nothing are shown in place`() {
        #expect(Set(FileKind.allCases.filter(\.isShownInline)) == [.png, .jpeg, .webp])
    }
}
