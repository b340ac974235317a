import ArgumentParser
import Foundation
import Testing

@testable import Commands

@Suite struct PaperSampleTests {
    @Test(arguments: [("odt", "PK"), ("ods", "PK"), ("html", "<!DOCTYPE html>")])
    func `the sample is written in the format asked for`(_ format: String, _ start: String)
        async throws
    {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).\(format)")
        defer { try? FileManager.default.removeItem(at: file) }
        let command = try PaperSampleCommand.parse(["--format", format, "-o", file.path()])
        try await command.run()
        let written = try Data(contentsOf: file)
        #expect(written.starts(with: Data(start.utf8)))
    }

    @Test func `a format we do not make is a wrong usage`() {
        #expect(throws: (any Error).self) {
            try PaperSampleCommand.parse(["--format", "docx", "-o", "x"])
        }
    }
}
