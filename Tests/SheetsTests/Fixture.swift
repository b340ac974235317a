import Foundation
import Sheets

/// A spreadsheet made by another program; `Fixtures/make.py` made them all.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return try Array(Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
    }
}

/// What a file tells.
func events(_ bytes: [UInt8], limits: SheetLimits = .untrusted) throws -> [SheetEvent] {
    var events: [SheetEvent] = []
    try SheetFile(bytes, limits: limits).read { events.append($0) }
    return events
}

/// The rows of the first sheet.
func rows(_ bytes: [UInt8]) throws -> [SheetRow] {
    var rows: [SheetRow] = []
    var sheet = -1
    try SheetFile(bytes).read { event in
        switch event {
        case .sheet: sheet += 1
        case .row(let row) where sheet == 0: rows.append(row)
        default: break
        }
    }
    return rows
}
