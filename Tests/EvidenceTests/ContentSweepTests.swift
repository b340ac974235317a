import Access
import Foundation
import Kernel
import TestCity
import TestEngines
import Testing

@testable import Evidence

@Suite struct ContentSweepTests {
    private func upload(_ text: String) throws -> (NewFile, ScratchFolder) {
        let folder = try ScratchFolder()
        let bytes = Array(text.utf8)
        let url = URL(fileURLWithPath: folder.path("upload"))
        try Data(bytes).write(to: url)
        return (
            try NewFile(
                FileName("a.txt"), at: url, size: bytes.count, digest: Digest(of: bytes)), folder
        )
    }

    private func place(of file: NewFile, in folder: String) -> String {
        let name = file.digest.description
        return "\(folder)/\(name.prefix(2))/\(name.dropFirst(2))"
    }

    /// Makes a file look as old as can be.
    private func age(_ path: String) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: path)
    }

    @Test func `what no entry names is swept after a day, what one names never`() async throws {
        let city = try await TestCity()
        let folder = try #require(city.door.fileFolder)
        let officer = try await city.caller(.officer)
        let sweep = ContentSweep(door: city.door)
        let (named, upload1) = try upload("有人要的")
        let (orphan, upload2) = try upload("沒人要的")
        let (fresh, upload3) = try upload("剛上傳的")
        for file in [named, orphan, fresh] { try city.door.contents.keep(file) }
        withExtendedLifetime((upload1, upload2, upload3)) {}
        try await city.door.change(
            Verb("test.attach", Term("加", en: "added")), in: officer.agency, needs: .editSystems,
            by: officer
        ) { [contents = city.door.contents] change in
            try change.attach(
                [named], to: RecordID(kind: "system", uuid: UUID()), effectiveOn: nil, note: "",
                in: contents)
        }
        for file in [named, orphan] { try age(place(of: file, in: folder)) }
        let half = place(of: orphan, in: folder) + ".half"
        try Data([1]).write(to: URL(fileURLWithPath: half))
        try age(half)

        let yesterday = Instant(microseconds: Int64(Date().timeIntervalSince1970) * 1_000_000)
            .adding(hours: -24)
        let removed = try await sweep.run(before: yesterday, by: city.console)

        let files = FileManager.default
        #expect(removed == 2)
        #expect(files.fileExists(atPath: place(of: named, in: folder)))
        #expect(files.fileExists(atPath: place(of: fresh, in: folder)))
        #expect(!files.fileExists(atPath: place(of: orphan, in: folder)))
        #expect(!files.fileExists(atPath: half))
    }

    @Test func `content that is kept again is new again`() async throws {
        let city = try await TestCity()
        let folder = try #require(city.door.fileFolder)
        let (file, upload) = try upload("再傳一次")
        try city.door.contents.keep(file)
        try age(place(of: file, in: folder))
        try city.door.contents.keep(file)
        withExtendedLifetime(upload) {}

        let yesterday = Instant(microseconds: Int64(Date().timeIntervalSince1970) * 1_000_000)
            .adding(hours: -24)
        let removed = try await ContentSweep(door: city.door).run(
            before: yesterday, by: city.console)

        #expect(removed == 0)
        #expect(FileManager.default.fileExists(atPath: place(of: file, in: folder)))
    }
}
