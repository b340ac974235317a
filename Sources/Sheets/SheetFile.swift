import Archive
import Kernel

/// A kind of spreadsheet that we read and write.
package enum SheetFormat: String, CaseIterable, Sendable {
    case ods, xlsx, csv

    /// As in 「教育局資通系統_1151123.ods」.
    package func fileName(of subject: String, on day: Day) -> String {
        "\(subject)_\(day.rocSlashes.filter { $0 != "/" }).\(rawValue)"
    }
}

/// A spreadsheet that somebody gave us, whatever its name says it is.
///
/// Files from outside are read by a process of their own: see `SheetReader`.
package struct SheetFile: Sendable {
    package let format: SheetFormat

    private let bytes: [UInt8]
    private let zip: ZipReader?
    private let limits: SheetLimits

    /// Finds out by its content what kind of spreadsheet a file is.
    package init(_ bytes: [UInt8], limits: SheetLimits = .untrusted) throws(SheetRefusal) {
        self.bytes = bytes
        self.limits = limits
        guard bytes.starts(with: [0x50, 0x4B]) else {
            try Self.refuseForeign(bytes)
            format = .csv
            zip = nil
            return
        }
        do {
            let zip = try ZipReader(bytes)
            self.zip = zip
            format = zip.contains("[Content_Types].xml") ? .xlsx : .ods
        } catch {
            throw .archive(error)
        }
    }

    /// Tells the sheets and their rows, in the order of the file and a row at a time.
    package func read(_ tell: @escaping (SheetEvent) throws -> Void) throws {
        do {
            switch (format, zip) {
            case (.xlsx, let zip?): try XLSXReader(zip: zip, limits: limits).read(tell)
            case (.ods, let zip?): try ODSReader(zip: zip, limits: limits).read(tell)
            default: try CSVReader(bytes: bytes, limits: limits).read(tell)
            }
        } catch let refusal as ZipRefusal {
            throw SheetRefusal.archive(refusal)
        }
    }

    /// How pictures, printed pages and packed files begin.
    private static let foreign: [[UInt8]] = [
        Array("%PDF".utf8), [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8),
        Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF], [0x1F, 0x8B],
    ]

    private static func refuseForeign(_ bytes: [UInt8]) throws(SheetRefusal) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .binaryFormat }
        if foreign.contains(where: bytes.starts)
            || bytes[...].dropFirst(4).starts(with: "ftyp".utf8)
        {
            throw .unknownFormat
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let opening = bytes.prefix(64).drop { $0 <= 0x20 || mark.contains($0) }
        let word = String(decoding: opening.prefix(16), as: UTF8.self).lowercased()
        if ["<!doctype", "<html", "<table", "<meta"].contains(where: word.hasPrefix) {
            throw .webPage
        }
        if word.hasPrefix("<?xml") { throw .unknownFormat }
    }
}
