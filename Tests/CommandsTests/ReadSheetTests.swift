import Foundation
import Sheets
import Testing

/// The program as the child that reads a stranger's spreadsheet.
@Suite struct ReadSheetTests {
    /// The built program stands beside the tests.
    private static let program: String = {
        let tests =
            CommandLine.arguments.first { $0.hasSuffix(".xctest") }
            ?? SheetReader.thisProgram
        return URL(filePath: tests).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "chengdun").path
    }()

    @Test func `the child gives up its rights with nothing else running, every time`() throws {
        let file = Array("編號,名稱\n1,甲\n".utf8)
        for _ in 0..<40 {
            var rows = 0
            try SheetReader(program: Self.program).read(file) { event in
                if case .row = event { rows += 1 }
            }
            #expect(rows == 2)
        }
    }
}
