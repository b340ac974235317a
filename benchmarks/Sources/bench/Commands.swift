import Foundation
import GRDB

/// What commands cost that work on much at once, counted for the whole process and its children.
struct CommandRun {
    let plan: BenchPlan

    /// On a fresh model city, the cost of each command in seconds of the processor.
    func measure() throws -> [CommandFigure] {
        let folder = "\(plan.folder)/commands"
        try ModelCity.copy(to: folder, plan)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try [
            importing(folder),
            importing(
                folder, into: schools(folder, takingStock: true, 1)[0], " during a stock-take"),
            figure(
                "duties of all for a year", "duties", "--all", "--year", "115", "--json", "--data",
                folder),
        ] + ledger(folder)
    }

    /// The middle one of three imports, each into a school of its own.
    private func importing(_ folder: String) throws -> CommandFigure {
        let figures = try schools(folder, takingStock: false, 3)
            .map { try importing(folder, into: $0) }
        return figures.sorted { $0.cpuSeconds < $1.cpuSeconds }[figures.count / 2]
    }

    /// An import into a school, once the disk is done with what was written before.
    private func importing(
        _ folder: String, into school: String, _ words: String = ""
    ) throws -> CommandFigure {
        let file = "\(plan.folder)/assets.csv"
        try AssetFile(program: plan.program, folder: folder, school: school)
            .write(rows: plan.imported, to: file)
        try Command.output("sync")
        return try figure(
            "import of \(plan.imported) assets\(words)", "import", "assets", file, "--agency",
            school, "--data", folder)
    }

    /// The verification of a long ledger beside a running server, and what it is compared with.
    private func ledger(_ folder: String) throws -> [CommandFigure] {
        let ledger = LongLedger(
            file: "\(folder)/chengdun.db", bytesFile: "\(plan.folder)/ledger.bytes")
        defer { try? FileManager.default.removeItem(atPath: ledger.bytesFile) }
        say("growing the ledger to \(plan.entries) entries")
        try ledger.grow(to: plan.entries)
        let server = try Server(plan, data: folder)
        defer { server.stop() }
        let before = Self.cpuSecondsOfChildren
        try Command.output("sha256sum", ledger.bytesFile)
        let hashing = Self.cpuSecondsOfChildren - before
        let reading = try ledger.readingSeconds()
        return [
            CommandFigure(name: "sha256sum of the bytes that are hashed", cpuSeconds: hashing),
            CommandFigure(name: "raw reading of the same rows", cpuSeconds: reading),
            try figure(
                "ledger verify, \(plan.entries) entries", "ledger", "verify", "--data", folder),
        ]
    }

    private func figure(_ name: String, _ words: String...) throws -> CommandFigure {
        let before = Self.cpuSecondsOfChildren
        let clock = try ContinuousClock().measure { try Command.output([plan.program] + words) }
        let figure = CommandFigure(
            name: name, cpuSeconds: Self.cpuSecondsOfChildren - before,
            clockSeconds: clock / .seconds(1))
        say("\(name): \(figure.cpuSeconds.short) s CPU, \(clock)")
        return figure
    }

    /// The codes of those with the most assets, of which each has a stock-take that is open, or none.
    private func schools(
        _ folder: String, takingStock: Bool, _ count: Int
    ) throws -> [String] {
        let queue = try DatabaseQueue(
            path: "\(folder)/chengdun.db", configuration: RawSQLite.readOnly)
        defer { try? queue.close() }
        let codes = try queue.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT agency.code FROM agency JOIN asset ON asset.agencyID = agency.id
                    WHERE agency.code IS NOT NULL AND \(takingStock ? "" : "NOT ") EXISTS (
                      SELECT 1 FROM stockTake AS round
                      WHERE round.agencyID = agency.id AND round.signedAt IS NULL)
                    GROUP BY agency.id ORDER BY count(*) DESC, agency.code LIMIT ?
                    """, arguments: [count])
        }
        guard codes.count == count else {
            throw BenchFault.unexpected("too few agencies have assets")
        }
        return codes
    }

    private static var cpuSecondsOfChildren: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        func seconds(_ time: timeval) -> Double {
            Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
        }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}

/// What one command costs.
struct CommandFigure: Codable {
    let name: String
    let cpuSeconds: Double
    /// `nil` where only the cost is compared.
    var clockSeconds: Double?
}

/// A list of assets as a school would bring it: its own, again and again, each with a property
/// number of its own.
private struct AssetFile {
    let program: String
    let folder: String
    let school: String

    func write(rows: Int, to path: String) throws {
        let own = path + ".own"
        try Command.output(
            program, "export", "assets", "--agency", school, "--format", "csv", "-o", own,
            "--data", folder)
        let text = try String(contentsOfFile: own, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline)
        guard let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false),
            let number = header.firstIndex(of: "財產編號")
        else { throw BenchFault.unexpected("the export of assets has no property number") }
        let models = lines.dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0.count == header.count && !$0.contains { $0.contains("\"") } }
        var all = header.joined(separator: ",") + "\n"
        for row in 0..<rows {
            var cells = models[row % models.count]
            cells[number] = "B\(1_000_000 + row)"
            all += cells.joined(separator: ",") + "\n"
        }
        try all.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
