import Foundation
import Kernel
import Testing

@testable import Papers

@Suite struct PlanReaderTests {
    @Test func `every clause stands at the path its numbers give`() throws {
        let reading = try PlanReader().read(text: SmallPlan.text)
        let found = reading.document.chapters.placed.map { ($0.path, $0.clause.ownText) }

        #expect(found.map(\.0) == SmallPlan.clauses.map(\.path))
        #expect(found.map(\.1) == SmallPlan.clauses.map(\.text))
        #expect(reading.notes.isEmpty)
    }

    @Test func `the cover gives issuer, title and month`() throws {
        let document = try PlanReader().read(text: SmallPlan.text).document
        #expect(document.issuer == "海角市政府")
        #expect(document.title == "文書維護計畫")
        #expect(document.issued == "中華民國110年3月")
        #expect(document.opening.isEmpty)
    }

    @Test func `nothing of the small plan is lost or invented`() throws {
        let document = try PlanReader().read(text: SmallPlan.text).document
        let furniture = ["-2-", "-（"]
        var expected = characters(of: SmallPlan.text, contentsUntil: "壹、緣起\n")
        for piece in furniture { expected = expected.replacingOccurrences(of: piece, with: "") }
        expected = expected.replacingOccurrences(of: "（二）", with: "(二)")

        #expect(words(of: document) == expected)
    }

    @Test func `a number out of order is read by its place and noted`() throws {
        let reading = try PlanReader().read(text: "壹、甲\n\n一、乙。\n\n三、丙。\n\n貳、丁")
        #expect(reading.document.chapters.placed.map(\.path) == ["壹", "壹/一", "壹/二", "貳"])
        #expect(reading.notes == [.misnumbered(path: "壹/二", printed: 3)])
    }

    @Test func `a full line without a full stop goes on in the next line`() throws {
        let text = """
            壹、甲
            一、各機關應於每年年底前將前一年度之辦理情形
            報送上級機關備查
            二、乙
            """
        let paths = try PlanReader().read(text: text).document.chapters.placed
        #expect(paths.map(\.path) == ["壹", "壹/一", "壹/二"])
        #expect(paths[1].clause.ownText == "各機關應於每年年底前將前一年度之辦理情形報送上級機關備查")
    }

    @Test(arguments: ["", "\n\n", "沒有章的文字。", "一、只有條", "貳、不從壹開始"])
    func `what has no first chapter is refused`(_ text: String) {
        #expect(throws: PlanRefusal.noChapter) { try PlanReader().read(text: text) }
    }

    @Test func `a bracket that never closes is read in one pass`() throws {
        let text = "壹、總則\n一、（" + String(repeating: "甲乙丙丁\n", count: 100_000)
        let reading = try PlanReader().read(text: text)
        #expect(reading.document.chapters[0].clauses[0].text.plainText.count == 400_001)
    }

    @Test func `a text beyond the limit is refused`() {
        let text = String(repeating: "壹、", count: PlanReader.byteLimit / 6 + 1)
        #expect(throws: PlanRefusal.tooLarge(limit: PlanReader.byteLimit)) {
            try PlanReader().read(text: text)
        }
    }

    @Test func `words of any kind are read without a trap`() throws {
        var generator = SeededGenerator(seed: 20_260_115)
        let pieces = Array("壹貳拾、一二十（）()1２.．A\n\n\t 「」，。：目錄計畫堃𠮷-•%")
        for _ in 0..<400 {
            let tail = (0..<120).map { _ in pieces.randomElement(using: &generator) ?? "壹" }
            let reading = try PlanReader().read(text: "壹、始\n\n" + String(tail))
            #expect(reading.document.chapters.first?.text.plainText.hasPrefix("始") == true)
        }
    }

    @Test(.enabled(if: CityPlan.isPresent))
    func `the city's plan has seventeen chapters and keeps every word`() throws {
        let text = try String(contentsOf: CityPlan.file, encoding: .utf8)
        let reading = try PlanReader().read(text: text)
        let document = reading.document
        let paths = Set(document.chapters.placed.map(\.path))

        #expect(document.chapters.count == 17)
        #expect(document.chapters.last?.text.plainText == "參考表單")
        #expect(document.fullTitle == "臺北市政府資通安全維護計畫")
        #expect(document.issued == "中華民國109年2月")
        #expect(reading.notes.isEmpty)
        #expect(
            paths.isSuperset(of: [
                "肆/二/(一)/3", "伍/一/9", "陸/一/1/(4)", "柒/一/2/(4)", "壹拾壹/二/(四)", "壹拾貳/一/5/(4)",
                "壹拾參/二/4", "壹拾伍/二/(二)/5", "壹拾伍/三/2/(4)/E", "壹拾伍/三/2/(8)", "壹拾柒/5",
            ]))
        #expect(words(of: document) == characters(of: text, contentsUntil: "壹、依據及目的\n"))
    }

    /// The paper's words with its numbers, without white space.
    private func words(of document: Document) -> String {
        let cover = document.issuer + document.title + (document.issued ?? "")
        let clauses = document.chapters.placed.map { $0.label + $0.clause.ownText }
        return (cover + clauses.joined()).filter { !$0.isWhitespace }
    }

    /// The file's characters without white space, bullets and the contents page, taken from the
    /// file by other means than the reader's.
    private func characters(of text: String, contentsUntil body: String) -> String {
        var rest = text
        if let start = rest.range(of: "目 錄"), let end = rest.range(of: body) {
            rest.removeSubrange(start.lowerBound..<end.lowerBound)
        }
        let lines = rest.split(separator: "\n").map { line in
            let trimmed = line.drop(while: \.isWhitespace)
            return trimmed.hasPrefix("- ") ? trimmed.dropFirst(2) : trimmed
        }
        return lines.filter { $0 != "2 -" }.joined().filter { !$0.isWhitespace }
    }
}

/// The city's plan of 2020, where it lies beside the package; it is not ours to keep.
private enum CityPlan {
    static let file = URL(filePath: #filePath).appending(
        path: "../../../../shared/plan/plan-109-02.txt"
    )
    .standardized
    static var isPresent: Bool { FileManager.default.isReadableFile(atPath: file.path) }
}

/// Numbers that look like chance and are the same on every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
