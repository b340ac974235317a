import Kernel

@testable import Papers

/// A small paper with everything a paper can have, rare characters and long names included.
enum SamplePaper {
    static func document(rows: Int = 3) throws -> Document {
        var document = try PlanReader().read(text: SmallPlan.text).document
        document.edition = "110.01 版"
        document.chapters[1].clauses[1].blocks = [
            .paragraph([
                .field(FieldName("機關名稱"), value: "海角市𠮷堃國民小學"), .text("自行保管，詳"),
                .reference(ClauseID("annex.keepers")), .text("；期限 <5> 年 & 依"),
                .reference(ClauseID("貳/一/(一)")), .text("，"), .field(FieldName("保管年限"), value: nil),
                .text("。"),
            ]),
            .list([[.text("紙本。")], [.text("電子檔。")]]),
        ]
        var addition = Clause(ClauseID("own.1"), .section, [.text("本校另設檔案室。")])
        addition.origin = .agency
        document.chapters[1].clauses.append(addition)
        let columns: [Table.Column] = [
            .init("單位", share: 20), .init("保管人", share: 10, .center), .init("件數", share: 5, .end),
        ]
        let cells = (0..<rows).map { ["=單位\($0)", "王堃\n林成𠮷", "\($0 * 1000)"] }
        document.annexes = [
            Annex(
                ClauseID("annex.keepers"), title: "保管單位一覽表",
                blocks: [.table(Table(columns, rows: cells))]),
            Annex(
                ClauseID("annex.empty"), title: "銷毀清冊", blocks: [.table(Table(columns, rows: []))]),
        ]
        document.signOff = SignOff(posts: [.init("承辦人"), .init("檔案長"), .init("機關首長")])
        document.seal = Seal(
            digest: document.digest, address: "https://city.example/papers/110-01")
        return document
    }
}
