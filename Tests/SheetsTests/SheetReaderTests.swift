import Foundation
import Sheets
import Testing

@Suite struct SheetReaderTests {
    @Test(arguments: ["libreoffice.ods", "xlsxwriter.xlsx", "libreoffice-utf16.csv"])
    func `a child tells what the file tells`(_ file: String) throws {
        let bytes = try Fixture.bytes(file)
        var told: [SheetEvent] = []
        try reader().read(bytes) { told.append($0) }
        #expect(try told == events(bytes))
    }

    @Test func `a child that may open nothing still knows Big5`() throws {
        let big5: [UInt8] = [0xC2, 0xF7, 0x2C, 0xA5, 0x78, 0x0A]
        var told: [SheetEvent] = []
        try reader().read(big5) { told.append($0) }
        #expect(try told == events(big5))
        #expect(told.count == 2)
    }

    @Test func `a refusal comes through whole`() {
        let refusal = SheetRefusal.unclosedQuote(row: 2)
        #expect(throws: refusal) { try reader().read(Array("a,b\n\"c".utf8)) { _ in } }
    }

    @Test func `a child cannot open files or connections and has none of ours`() {
        let file = open("/etc/hostname", O_RDONLY)
        defer { close(file) }
        #expect(throws: SheetRefusal.damaged("false false false")) {
            try reader("probe").read([]) { _ in }
        }
    }

    @Test(arguments: [
        ("spin", SheetRefusal.tooDemanding), ("eat", .notReadable), ("trap", .notReadable),
        ("lie", .notReadable), ("stop", .notReadable),
    ])
    func `a child that goes wrong is a refusal, and we live`(_ way: String, _ refusal: SheetRefusal)
    {
        #expect(throws: refusal) { try reader(way).read([]) { _ in } }
    }

    @Test func `a child that says nothing is ended when patience ends`() {
        let reader = SheetReader(
            program: Self.program, arguments: ["sleep"], patience: .milliseconds(200))
        let start = ContinuousClock.now
        #expect(throws: SheetRefusal.tooDemanding) { try reader.read([]) { _ in } }
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func `what the listener throws ends the child`() throws {
        struct Enough: Error {}
        let bytes = try Fixture.bytes("odfpy.ods")
        #expect(throws: Enough.self) { try reader().read(bytes) { _ in throw Enough() } }
    }

    @Test func `a program whose file was replaced still reads, by a child of its own kind`() throws
    {
        // Another name of the same file: a copy would be busy where a fork still writes it.
        let link = URL(filePath: Self.program).deletingLastPathComponent()
            .appending(path: "SheetChild-\(UUID().uuidString)")
        try FileManager.default.linkItem(at: URL(filePath: Self.program), to: link)
        let process = Process()
        let answer = Pipe()
        process.executableURL = link
        process.arguments = ["outlive"]
        process.standardOutput = answer
        try process.run()
        let told = try answer.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(!FileManager.default.fileExists(atPath: link.path))
        #expect(String(decoding: told, as: UTF8.self) == "甲")
    }

    private func reader(_ way: String = "") -> SheetReader {
        SheetReader(program: Self.program, arguments: [way])
    }

    /// The child stands beside the tests.
    private static let program: String = {
        let tests = URL(filePath: SheetReader.thisProgram).resolvingSymlinksInPath()
            .deletingLastPathComponent()
        let named = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
            .map { URL(filePath: $0).deletingLastPathComponent() }
        return (named ?? tests).appending(path: "SheetChild").path
    }()
}
