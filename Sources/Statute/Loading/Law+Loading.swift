import Foundation
import Kernel
import Synchronization

extension Law {
    /// The law that comes with the product, with the office calendars of the years it knows.
    package static func bundled() throws -> Law {
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Law") else {
            throw CocoaError(.fileNoSuchFile)
        }
        let editions = try folder.entries().filter {
            $0.hasDirectoryPath && $0.lastPathComponent != "calendar"
        }
        let sheets = try LawSheet.read(editions.flatMap { try $0.entries(ending: "yaml") })
        var calendar = WorkingCalendar()
        for file in try folder.appendingPathComponent("calendar").entries(ending: "csv") {
            calendar = calendar.replacing(
                with: try WorkingCalendar(csv: Array(Data(contentsOf: file))))
        }
        return try Law(sheets: sheets, calendar: calendar)
    }

    /// The law of some sheets: editions by their name, the main file of each first.
    init(sheets: [LawSheet], calendar: WorkingCalendar) throws(LawFileRefusal) {
        var shelf = RuleShelf()
        let byEdition = Dictionary(grouping: sheets, by: \.edition)
        for name in byEdition.keys.sorted() {
            let ordered =
                (byEdition[name] ?? []).filter(\.isMain)
                + (byEdition[name] ?? []).filter { !$0.isMain && !$0.isOverlay }
                + (byEdition[name] ?? []).filter(\.isOverlay)
            try shelf.lay(edition: name, ordered, follows: ordered.first?.follows)
        }
        try self.init(shelf, sheets, calendar)
    }

    /// This law with a city's own files laid over it: its `*.yaml`, and office calendars `*.csv`.
    ///
    /// A file that cannot be read is refused and this law stays as it was.
    package func overlaid(withFilesIn folder: URL) throws -> Law {
        var texts: [(name: String, yaml: String)] = []
        for file in try folder.entries(ending: "yaml") {
            texts.append((file.lastPathComponent, try String(contentsOf: file, encoding: .utf8)))
        }
        var law = try overlaid(with: texts)
        for file in try folder.entries(ending: "csv") {
            law.calendar = law.calendar.replacing(
                with: try WorkingCalendar(csv: Array(Data(contentsOf: file))))
        }
        return law
    }

    package func overlaid(
        with texts: [(name: String, yaml: String)]
    ) throws(LawFileRefusal) -> Law {
        var sheets = sheets
        let known = Set(sheets.map(\.edition))
        for text in texts {
            let sheet = try LawSheet(yaml: text.yaml, file: text.name, isOverlay: true)
            sheets.append(
                known.contains(sheet.edition)
                    ? sheet : try LawSheet(yaml: text.yaml, file: text.name))
        }
        return try Law(sheets: sheets, calendar: calendar)
    }
}

extension LawSheet {
    /// Reads files side by side, for YAML is slow and start-up is not to wait for it.
    fileprivate static func read(_ files: [URL]) throws -> [LawSheet] {
        let read = Mutex<[Int: Result<LawSheet, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            let sheet = Result { try LawSheet(contentsOf: files[index]) }
            read.withLock { $0[index] = sheet }
        }
        let results = read.withLock { $0 }
        return try files.indices.compactMap { try results[$0]?.get() }
    }

    private init(contentsOf file: URL) throws {
        let folder = file.deletingLastPathComponent().lastPathComponent
        try self.init(
            yaml: String(contentsOf: file, encoding: .utf8),
            file: "\(folder)/\(file.lastPathComponent)")
    }
}

extension URL {
    fileprivate func entries() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: self, includingPropertiesForKeys: [.isDirectoryKey]
        ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    fileprivate func entries(ending suffix: String) throws -> [URL] {
        try entries().filter { $0.pathExtension == suffix }
    }
}
