import HTML
import Kernel
import Testing

@testable import Papers

@Suite struct PaperPageTests {
    @Test func `hostile words stay words`() throws {
        var document = try SamplePaper.document()
        document.title = "<script>alert(1)</script>"
        document.chapters[0].text = [.text("\"><img src=x onerror=alert(1)>")]
        let text = PaperPage(document).body.text
        #expect(!text.contains("<script>"))
        #expect(!text.contains("<img"))
        #expect(text.contains("&lt;script&gt;"))
    }

    @Test func `clauses below another stand inside it`() throws {
        let text = PaperPage(try SamplePaper.document()).body.text
        #expect(
            text.contains(
                #"<h2 class="line"><span class="label">壹、</span><span class="words">緣起</span></h2>"#
                    + #"<div class="below"><p>本計畫依下列規定訂定：</p><section class="clause clause--section""#
            ))
        #expect(
            text.components(separatedBy: "<section").count
                == text.components(separatedBy: "</section>").count)
    }

    @Test func `contents are links where the page has a place`() throws {
        let document = try SamplePaper.document()
        let linked = PaperPage(document, at: "/plan/paper").body.text
        #expect(linked.contains(##"<a href="/plan/paper#c0">壹、緣起</a>"##))
        #expect(!PaperPage(document).body.text.contains("<a "))
    }

    @Test func `an agency's own clause and an empty place are marked`() throws {
        let text = PaperPage(try SamplePaper.document()).body.text
        #expect(text.contains(#"<section class="clause clause--section own""#))
        #expect(text.contains(#"<mark class="blank">〔保管年限〕</mark>"#))
    }

    @Test func `tables have scopes and an empty one says so`() throws {
        let text = PaperPage(try SamplePaper.document()).body.text
        #expect(text.contains(#"<th scope="col">保管人</th>"#))
        #expect(text.contains(#"<td class="center" colspan="3">無</td>"#))
        #expect(text.contains(#"<td class="center">王堃<br>林成𠮷</td>"#))
    }

    @Test func `a saved paper needs nothing else`() throws {
        let text = String(decoding: PaperFile(try SamplePaper.document()).bytes, as: UTF8.self)
        #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hant-TW\">"))
        #expect(!text.contains("src=") && !text.contains("<link"))
        #expect(text.contains("size: A4 landscape"))
    }

    @Test func `a draft says so on every printed page, an approved paper on none`() throws {
        var document = try SamplePaper.document()
        for (standing, isMarked) in [(Document.Standing.draft, true), (.approved, false)] {
            document.standing = standing
            let text = String(decoding: PaperFile(document).bytes, as: UTF8.self)
            #expect(text.contains(#"@top-right { content: "草稿""#) == isMarked)
        }
    }

    @Test func `a register by itself says its issuer once and breaks its titles`() throws {
        var document = try SamplePaper.document()
        document.front = .table
        document.chapters = []
        document.annexes = [
            Annex(
                ClauseID("annex.keepers"), title: "海角市政府保管清冊",
                blocks: [.table(Table([.init("保管\n單位", share: 1)], rows: [["甲"]]))])
        ]
        let text = PaperPage(document).body.text
        #expect(text.components(separatedBy: "海角市政府").count == 2)
        #expect(text.contains(#"<th scope="col">保管<br>單位</th>"#))
        #expect(text.hasPrefix(#"<article class="paper paper--table""#))
    }
}
