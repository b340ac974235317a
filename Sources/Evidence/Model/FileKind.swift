import Foundation
import Kernel

/// What a file of evidence is, told by its content and never by its name.
package enum FileKind: String, CaseIterable, Sendable {
    case pdf, png, jpeg, webp, gif, heic, odt, ods, odp, docx, xlsx, text

    /// Reads the first bytes and, of packed documents, the names of their parts. `nil` for anything
    /// else: programs, pages and drawings that could act, documents with macros.
    package init?(of content: Data) {
        func begins(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
            content.dropFirst(offset).prefix(bytes.count).elementsEqual(bytes)
        }
        func names(_ text: String) -> Bool { content.range(of: Data(text.utf8)) != nil }
        if begins(Array("%PDF-".utf8)) {
            self = .pdf
        } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if begins([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) {
            self = .webp
        } else if begins(Array("GIF87a".utf8)) || begins(Array("GIF89a".utf8)) {
            self = .gif
        } else if begins(Array("ftyp".utf8), at: 4), Self.isHEIC(content) {
            self = .heic
        } else if begins([0x50, 0x4B, 0x03, 0x04]) {
            guard !names("vbaProject.bin"), let kind = Self.packed(content, names) else {
                return nil
            }
            self = kind
        } else if Self.isText(content) {
            self = .text
        } else {
            return nil
        }
    }

    private static func isHEIC(_ content: Data) -> Bool {
        let brand = String(decoding: content.dropFirst(8).prefix(4), as: UTF8.self)
        return ["heic", "heix", "heif", "mif1", "hevc", "heim", "heis"].contains(brand)
    }

    /// OpenDocument files begin with their type, stored as it is; OOXML names its parts.
    private static func packed(_ content: Data, _ names: (String) -> Bool) -> FileKind? {
        let start = String(decoding: content.prefix(120), as: UTF8.self)
        let open = "mimetypeapplication/vnd.oasis.opendocument."
        if start.contains(open + "text") { return .odt }
        if start.contains(open + "spreadsheet") { return .ods }
        if start.contains(open + "presentation") { return .odp }
        if names("xl/workbook.xml") { return .xlsx }
        return names("word/document.xml") ? .docx : nil
    }

    /// Lines of words in UTF-8 or Big5, but no markup that a browser could take for a page.
    private static func isText(_ content: Data) -> Bool {
        let allowed: Set<UInt8> = [0x09, 0x0A, 0x0D]
        guard !content.isEmpty, content.allSatisfy({ $0 >= 0x20 || allowed.contains($0) }) else {
            return false
        }
        let start = String(decoding: content.prefix(4_096), as: UTF8.self).lowercased()
        return !["<!doctype", "<html", "<svg", "<script", "<?xml", "<body"]
            .contains(where: start.contains)
    }

    /// Whether browsers show it as a picture without being able to do anything else with it.
    package var isShownInline: Bool { self == .png || self == .jpeg || self == .webp }

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .webp: "image/webp"
        case .gif: "image/gif"
        case .heic: "image/heic"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .text: "text/plain"
        }
    }

    package var term: Term {
        switch self {
        case .text: Term("文字檔", en: "Text")
        default: Term(rawValue.uppercased(), en: rawValue.uppercased())
        }
    }
}
