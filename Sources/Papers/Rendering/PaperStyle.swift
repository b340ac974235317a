import HTML

/// How a paper looks on the screen and on A4 from a browser (the same measures as the ODT).
///
/// Pages of the product link these rules as a file; a paper saved by itself carries them inside.
enum PaperStyle {
    static let sheet = HTML(
        trusted: """
            <style>
            :root { color-scheme: light; }
            body { margin: 0; background: #ece9e2; color: #111; }
            .paper {
              max-width: 46em; margin: 2rem auto; padding: 3rem clamp(1rem, 6vw, 4.5rem);
              background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / .18);
              font: 1.0625rem/1.8 "Times New Roman", "Liberation Serif", "標楷體", "DFKai-SB",
                "BiauKai", "TW-Kai", serif;
              text-spacing-trim: space-all; text-autospace: normal; overflow-wrap: anywhere;
            }
            .paper h1, .paper h2, .paper h3, .paper th {
              font-family: "Times New Roman", "Liberation Serif", "Noto Serif CJK TC",
                "Source Han Serif TC", "標楷體", "DFKai-SB", "TW-Kai", serif;
            }
            .paper p, .paper h1, .paper h2, .paper h3, .paper h4 { margin: 0; }
            .paper-front { text-align: center; margin-bottom: 3rem; }
            .paper-issuer { font-size: 1.5rem; padding-top: 2rem; }
            .paper-front h1 { font-size: 2rem; line-height: 1.4; margin: .5rem 0 1.5rem; }
            .paper-draft { text-align: end; letter-spacing: .5em; }
            .paper-contents { text-align: start; margin-top: 2.5rem; }
            .paper-contents h2 { text-align: center; font-size: 1.25rem; }
            .paper-contents ul { list-style: none; padding: 0; margin: .5rem 0 0; }
            .line { display: flex; align-items: baseline; }
            .label { flex: none; min-width: 2em; }
            .number > .line > .label, .letter > .line > .label { min-width: 1.5em; }
            .subnumber > .line > .label { min-width: 1.8em; }
            .below { margin-inline-start: 2em; }
            .number > .below, .letter > .below { margin-inline-start: 1.5em; }
            .subnumber > .below { margin-inline-start: 1.8em; }
            h2.line { font-size: 1.2rem; padding-top: 1.2rem; }
            h3.line { font-size: 1.0625rem; padding-top: .4rem; }
            h4.line { font-size: 1.0625rem; font-weight: normal; }
            .blank { background: #e6e6e6; color: inherit; }
            .annex, .sign-off { margin-top: 3rem; }
            .annex h2, .sign-off h2 {
              text-align: center; font-size: 1.2rem; padding-bottom: .4rem;
            }
            .paper-table { overflow-x: auto; }
            .paper table {
              border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.5;
            }
            .paper th, .paper td { border: 1px solid #000; padding: .25em .5em; }
            .paper th { background: #eee; }
            .paper td.center, .sign-off td { text-align: center; }
            .paper td.end { text-align: end; font-variant-numeric: tabular-nums; }
            .signature td { height: 5rem; }
            .seal {
              display: flex; gap: 1rem; align-items: center; margin-top: 1.5rem; font-size: .8125rem;
            }
            .seal svg { width: 7rem; height: 7rem; flex: none; }
            @media print {
              @page { size: A4; margin: 25mm 25mm 22mm 28mm;
                @bottom-center { content: "第 " counter(page) " 頁，共 " counter(pages) " 頁"; } }
              @page wide { size: A4 landscape; }
              body { background: none; }
              .paper { max-width: none; margin: 0; padding: 0; box-shadow: none; font-size: 14pt; }
              .paper-front.cover { break-after: page; }
              .paper-front.cover .paper-contents { break-before: page; }
              .annex { break-before: page; }
              .annex.landscape { page: wide; }
              h2, h3, h4 { break-after: avoid; }
              thead { display: table-header-group; }
              tr, .sign-off, .seal { break-inside: avoid; }
              .paper table { font-size: 12pt; }
              .paper-table { overflow: visible; }
            }
            </style>
            """)
}
