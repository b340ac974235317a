import Kernel

/// How many labels stand on a sheet of A4; the whole sheet is cut into equal ones.
enum LabelGrid: String, CaseIterable, Sendable {
    case fourteen = "2x7"
    case twentyFour = "3x8"

    var columns: Int {
        switch self {
        case .fourteen: 2
        case .twentyFour: 3
        }
    }

    var rows: Int {
        switch self {
        case .fourteen: 7
        case .twentyFour: 8
        }
    }

    var count: Int { columns * rows }
    /// In millimetres.
    var width: Double { 210 / Double(columns) }
    /// In millimetres.
    var height: Double { 297 / Double(rows) }

    var term: Term {
        Term("A4 一張 \(count) 張（\(columns)×\(rows)）", en: "\(count) a sheet (\(columns)×\(rows))")
    }
}
