import HTML

/// How a paper looks on the screen and on A4 from a browser (the same measures as the ODT).
///
/// A page of the product links `bytes` as a file; a paper saved by itself carries them inside.
package enum PaperStyle {
    /// The rules as a style sheet of their own, for a page that shows a paper among other things.
    package static let bytes: [UInt8] = Array("\(screen)\n\(print)\n".utf8)

    /// The rules inside a paper that is one file.
    static func sheet(isDraft: Bool) -> HTML {
        HTML {
            HTML(trusted: "<style>body { margin: 0; background: #ece9e2; }\n")
            HTML(trusted: screen)
            HTML(trusted: print)
            if isDraft { HTML(trusted: draft) }
            HTML(trusted: "</style>")
        }
    }

    private static let screen: StaticString = """
        .paper {
          color-scheme: light; color: #111; background: #fff;
          box-sizing: border-box; width: 100%; max-width: 55em; margin: 2rem auto;
          padding: 3rem clamp(1rem, 6vw, 4.5rem);
          box-shadow: 0 1px 6px rgb(0 0 0 / .18);
          font: 1.0625rem/1.8 "Times New Roman", "Liberation Serif", "標楷體", "DFKai-SB",
            "BiauKai", "TW-Kai", serif;
          text-spacing-trim: space-all; text-autospace: normal; overflow-wrap: anywhere;
        }
        .paper--table { max-width: 72em; }
        .paper h1, .paper h2, .paper h3, .paper th {
          font-family: "Times New Roman", "Liberation Serif", "Noto Serif CJK TC",
            "Source Han Serif TC", "標楷體", "DFKai-SB", "TW-Kai", serif;
        }
        .paper p, .paper h1, .paper h2, .paper h3, .paper h4 { margin: 0; max-width: none; }
        .paper a { color: #1f3a6e; }
        .paper-front { text-align: center; margin-bottom: 3rem; }
        .paper-front--table { margin-bottom: 1rem; }
        .paper-issuer { font-size: 1.5rem; padding-top: 2rem; }
        .paper-front .paper-title { font-size: 2rem; line-height: 1.4; margin: .5rem 0 1.5rem; }
        .paper-front--table .paper-title { font-size: 1.25rem; margin: 0; }
        .paper-draft { text-align: end; letter-spacing: .5em; }
        .paper-contents { text-align: start; margin-top: 2.5rem; }
        .paper-contents h2 { text-align: center; font-size: 1.25rem; }
        .paper-contents ul { list-style: none; padding: 0; margin: .5rem 0 0; }
        .paper .line { display: flex; align-items: baseline; }
        .paper .label { flex: none; min-width: 2em; }
        .clause--number > .line > .label, .clause--letter > .line > .label { min-width: 1.5em; }
        .clause--subnumber > .line > .label { min-width: 1.8em; }
        .paper .below { margin-inline-start: 2em; }
        .clause--number > .below, .clause--letter > .below { margin-inline-start: 1.5em; }
        .clause--subnumber > .below { margin-inline-start: 1.8em; }
        .paper h2.line { font-size: 1.2rem; padding-top: 1.2rem; }
        .paper h3.line { font-size: 1.0625rem; padding-top: .4rem; }
        .paper h4.line { font-size: 1.0625rem; font-weight: normal; }
        .paper .blank { background: #e6e6e6; color: inherit; }
        .paper .annex, .paper .sign-off { margin-top: 3rem; }
        .paper--table .annex { margin-top: 0; }
        .paper .annex h2, .paper .sign-off h2 {
          text-align: center; font-size: 1.2rem; padding-bottom: .4rem;
        }
        .paper-table { overflow-x: auto; padding-inline-end: 1px; }
        .paper table {
          border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4;
        }
        .paper th, .paper td { border: 1px solid #000; padding: .25em .5em; }
        .paper th { background: #eee; min-width: 2em; text-align: center; text-wrap: balance; }
        .paper td.center, .paper .sign-off td { text-align: center; }
        .paper td.end { text-align: end; font-variant-numeric: tabular-nums; }
        @media screen {
          .paper th { min-width: 3.5em; }
          .paper td.start { min-width: 6em; }
        }
        .paper .signature td { height: 5rem; }
        .paper .seal {
          display: flex; gap: 1rem; align-items: center; margin-top: 1.5rem; font-size: .8125rem;
        }
        .paper .seal svg { width: 7rem; height: 7rem; flex: none; }

        """

    private static let print: StaticString = """
        @media print {
          @page paper { size: A4; margin: 25mm 25mm 22mm 28mm;
            @bottom-center { content: "第 " counter(page) " 頁，共 " counter(pages) " 頁";
              font: 11pt "Times New Roman", "Liberation Serif", "標楷體", "TW-Kai", serif; } }
          @page paper-wide { size: A4 landscape; margin: 25mm 25mm 22mm 28mm;
            @bottom-center { content: "第 " counter(page) " 頁，共 " counter(pages) " 頁";
              font: 11pt "Times New Roman", "Liberation Serif", "標楷體", "TW-Kai", serif; } }
          body { background: none; }
          .paper {
            page: paper; max-width: none; margin: 0; padding: 0; box-shadow: none;
            font-size: 14pt;
          }
          .paper--table { page: paper-wide; max-width: none; }
          .paper-front--cover { break-after: page; }
          .paper-front--cover .paper-issuer { font-size: 24pt; padding-top: 55mm; }
          .paper-front--cover .paper-title { font-size: 32pt; margin: 4mm 0 80mm; }
          .paper-front--cover .paper-contents { break-before: page; }
          .paper .annex { break-before: page; }
          .paper .annex.landscape { page: paper-wide; }
          .paper--table .annex { break-before: auto; }
          .paper h2, .paper h3, .paper h4 { break-after: avoid; }
          .paper thead { display: table-header-group; }
          .paper tr, .paper .sign-off, .paper .seal { break-inside: avoid; }
          .paper table { font-size: 12pt; }
          .paper-table { overflow: visible; }
        }

        """

    /// The mark of a draft at the head of every printed page.
    private static let draft: StaticString = """
        @media print {
          @page paper { @top-right { content: "草稿";
            font: 10pt "Times New Roman", "標楷體", "TW-Kai", serif; } }
          @page paper-wide { @top-right { content: "草稿";
            font: 10pt "Times New Roman", "標楷體", "TW-Kai", serif; } }
        }

        """
}
