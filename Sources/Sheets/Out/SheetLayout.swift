/// A sheet to be written: its tab, its columns, and what it says in print.
///
/// In print it lies across the page, with the title above and the note and 「第 n 頁，共 m 頁」 below;
/// the header row is frozen on screen and repeated on every page.
package struct SheetLayout: Hashable, Sendable {
    package enum Paper: Hashable, Sendable {
        case a4, a3
    }

    package let name: String
    package let title: String
    /// As in 「製表日期：115 年 11 月 23 日」.
    package let note: String
    package let columns: [SheetColumn]
    package let paper: Paper

    package init(
        name: String, title: String, note: String, columns: [SheetColumn], paper: Paper = .a4
    ) {
        self.name = name
        self.title = title
        self.note = note
        self.columns = columns
        self.paper = paper
    }
}

/// A column to be written.
package struct SheetColumn: Hashable, Sendable {
    package let title: String
    /// In digits; a Chinese character is as wide as two.
    package let width: Int

    package init(_ title: String, width: Int) {
        self.title = title
        self.width = min(max(width, 4), 120)
    }
}

extension SheetLayout.Paper {
    /// Millimetres of the page as it lies: longer side across.
    var size: (width: Int, height: Int) {
        switch self {
        case .a4: (297, 210)
        case .a3: (420, 297)
        }
    }

    /// The number by which an XLSX knows the paper (ISO/IEC 29500-1 §18.3.1.63).
    var numberInXLSX: Int {
        switch self {
        case .a4: 9
        case .a3: 8
        }
    }
}

extension [SheetLayout] {
    /// The tabs' names as every program takes them: at most 31 characters, none of `[]:*?/\'`, no
    /// name twice.
    var tabNames: [String] {
        var taken: Set<String> = []
        return enumerated().map { index, sheet in
            let clean = sheet.name.map { "[]:*?/\\'".contains($0) ? "_" : String($0) }.joined()
            let short = String(clean.prefix(28)).prefix { !$0.isNewline }
            let name = short.isEmpty ? "\(index + 1)" : String(short)
            return taken.insert(name.lowercased()).inserted ? name : "\(name)-\(index + 1)"
        }
    }
}
