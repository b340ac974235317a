import Foundation
import Papers
import Plan
import Sheets
import Testing

/// The program as the child that reads a stranger's plan.
@Suite struct ReadPlanTests {
    /// The built program stands beside the tests.
    private static let program: String = {
        let tests =
            CommandLine.arguments.first { $0.hasSuffix(".xctest") }
            ?? SheetReader.thisProgram
        return URL(filePath: tests).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "chengdun").path
    }()

    private let reader = PlanFileReader(program: program)

    @Test func `the child reads what would be read here, as text and as ODT`() throws {
        let text = Array(
            """
            海角市海角國民小學資通安全維護計畫

            壹、緣起

            一、依資通安全管理法訂定。

            三、本校另設檔案室。

            貳、適用範圍

            全校教職員。
            """.utf8)
        let here = try PlanReader().read(text)
        #expect(!here.notes.isEmpty)
        #expect(try reader.read(text) == here)

        let document = try OpenDocumentText(here.document).file()
        #expect(try reader.read(document) == PlanReader().read(document))
    }

    @Test func `a refusal comes through whole`() {
        #expect(throws: PlanRefusal.noChapter) { try reader.read(Array("沒有章".utf8)) }
        #expect(throws: PlanRefusal.notText) { try reader.read([0xFF, 0x00, 0xFE]) }
        #expect(throws: PlanRefusal.unreadableDocument) {
            try reader.read([0x50, 0x4B, 0x03, 0x04, 1, 2, 3])
        }
        let long = [UInt8](repeating: 0x20, count: PlanReader.byteLimit + 1)
        #expect(throws: PlanRefusal.tooLarge(limit: PlanReader.byteLimit)) {
            try reader.read(long)
        }
    }

    @Test func `a child that breaks, or says something else, is a refusal`() {
        for program in ["/bin/true", "/bin/false", "/bin/echo"] {
            #expect(throws: PlanRefusal.unreadableDocument) {
                try PlanFileReader(program: program).read(Array("壹、甲".utf8))
            }
        }
    }

    @Test(arguments: [
        "", "null", "[]", "{}", #"{"notes":[]}"#, #"{"notes":[],"tree":"{}"}"#,
        #"{"notes":[],"tree":"x"}"#, #"{"notes":[1],"tree":null}"#,
    ])
    func `an answer that no child of ours gives is no plan`(_ json: String) {
        #expect(throws: PlanRefusal.unreadableDocument) {
            try PlanAnswer(bytes: Array(json.utf8)).reading()
        }
    }
}
