/// A sheet to be written: its tab, its columns, and what it says in print.
///
/// In print it lies across the page, with the title above and the note and 「第 n 頁，共 m 頁」 below;
/// the header row is frozen on screen and repeated on every page. A sheet that would become too small
/// to read lies on several pages side by side.
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

// How the sheet lies on its paper.
extension SheetLayout {
    /// Millimetres around what is printed.
    static let margin = 15
    /// Per cent of the size on screen below which nobody reads it.
    private static let leastScale = 55
    /// The columns that are repeated on each page to the right, so that its rows can be told: A and B.
    static let leading = 2

    private var room: Int { paper.size.width - 2 * Self.margin }

    /// Per cent of the size on screen.
    var scale: Int {
        let wanted = columns.reduce(0) { $0 + $1.millimetres }
        return max(min(100, room * 100 / max(wanted, 1)), Self.leastScale)
    }

    /// How many pages lie side by side.
    var pagesAcross: Int {
        let widths = columns.map(\.millimetres)
        let (wanted, room) = (widths.reduce(0, +), room * 100 / scale)
        guard wanted > room else { return 1 }
        let repeated = widths.prefix(Self.leading).reduce(0, +)
        let others = max(room - repeated, 1)
        return (wanted - repeated + others - 1) / others
    }

    var repeatsColumns: Bool { pagesAcross > 1 }
}

extension SheetColumn {
    /// The width on paper: a digit of 12 points takes about two millimetres.
    var millimetres: Int { width * 21 / 10 + 2 }
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
