import Foundation

/// What was measured on one size of table.
struct SizeReport: Codable {
    let rows: Int
    let assets: Int
    let rawListMilliseconds: Double
    let rawRowMilliseconds: Double
    let rawCommitsPerSecond: Double
    var startSeconds = 0.0
    var idleMiB = 0.0
    var loadedMiB = 0.0
    var figures: [Figure] = []
}

/// The whole run, as a table for people and as JSON for programs.
struct Report: Codable {
    let machine: Machine
    let pace: Pace
    /// The pace read again before the commands, minutes later.
    var paceOfCommands: Pace?
    let secondsEach: Int
    var sizes: [SizeReport] = []
    var commands: [CommandFigure] = []

    init(machine: Machine, pace: Pace, plan: BenchPlan) {
        self.machine = machine
        self.pace = pace
        secondsEach = plan.seconds
    }

    func write(to folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(self).write(to: URL(fileURLWithPath: "\(folder)/benchmarks.json"))
        try markdown.write(toFile: "\(folder)/benchmarks.md", atomically: true, encoding: .utf8)
    }

    private var markdown: String {
        """
        # Benchmarks

        Written by `make bench`; the same figures for programs are in [benchmarks.json](benchmarks.json).

        \(machine.processor), \(machine.cores) cores, \(machine.memoryGiB) GiB, Linux
        \(machine.kernel), \(machine.day). The load generator (`wrk`, eight connections) runs
        on the same cores. Each figure is the one of three runs of \(secondsEach) s with the middle cost: a
        neighbour on the same machine makes some runs dearer. Before the run \(machine.load.short)
        processes wanted to run: where that is more than none, requests a second and the slowest percent
        tell of them as well. **CPU a request**, counted by the kernel for the server alone, is the
        figure to compare.

        **This machine's pace.** The limits are of the machine of the design's trial, where one answer of
        the web library alone cost \(Pace.ofDesign.short) ms of the processor; here it cost
        \(pace.milliseconds.short) ms just before, so that the same work costs \(pace.factor.short) times as
        much. *Limit here* is the limit at that pace\(laterPace). What depends on no processor stays as it is.

        The registers of information systems and of assets of a city of 394 agencies, over HTTP,
        signed in: that of systems, unless another is named.
        SQLite, durable (`synchronous=FULL`).

        \(budgets)
        \(sizes.map(\.markdown).joined(separator: "\n"))
        \(commandTable)
        """
    }

    /// What the machine's pace was when the commands ran.
    private var laterPace: String {
        paceOfCommands.map {
            "; that of\nthe import is at the pace read again before it, \($0.milliseconds.short) ms"
        } ?? ""
    }

    /// What commands cost on a model city of its own.
    private var commandTable: String {
        guard !commands.isEmpty else { return "" }
        let lines = commands.map { figure in
            let clock = figure.clockSeconds.map { "\($0.short) s" } ?? "–"
            return "| \(figure.name) | \(figure.cpuSeconds.short) s | \(clock) |"
        }
        return """
            ## Commands

            | command | CPU | clock |
            | --- | ---: | ---: |
            \(lines.joined(separator: "\n"))

            """
    }

    /// The limits that the design sets, beside the largest table.
    private var budgets: String {
        // The size that the design speaks of; the larger one shows that pages do not grow.
        guard let size = sizes.first(where: { $0.rows == 200_000 }) ?? sizes.last else { return "" }
        let pages = size.figures.filter {
            $0.name.hasPrefix("list page") || $0.name.hasPrefix("list of assets")
        }
        let start = sizes.map(\.startSeconds).max() ?? 0
        let boards = size.figures.filter { $0.name == "city board" }
        let hashing = commands.filter { $0.name.hasPrefix("sha256sum") || $0.name.hasPrefix("raw") }
            .enumerated().reduce(0) { $0 + ($1.offset == 0 ? 3 : 1) * $1.element.cpuSeconds }
        let verifying = commands.filter { $0.name.hasPrefix("ledger verify") }
        let imports = commands.filter { $0.name == "import of 50000 assets" }
        let lines =
            pages.map { Budget("\($0.name), CPU", $0.cpuMilliseconds, atMost: 0.7, "ms", pace) }
            + pages.map { Budget("\($0.name), a second", $0.perSecond, atLeast: 1_500, pace) }
            + boards.map { Budget("city board, CPU", $0.cpuMilliseconds, atMost: 3, "ms", pace) }
            + imports.compactMap { figure in
                figure.clockSeconds.map {
                    Budget(
                        "import of 50,000 assets, by the clock", $0, atMost: 2, "s",
                        paceOfCommands ?? pace)
                }
            }
            + verifying.map { Budget("\($0.name), CPU", $0.cpuSeconds, atMost: hashing, "s") }
            + [
                Budget("start to first answer", start, atMost: 0.3, "s", pace),
                Budget("memory idle", size.idleMiB, atMost: 80, "MiB"),
                Budget("memory after load", size.loadedMiB, atMost: 200, "MiB"),
            ]
        return """
            | budget | limit | limit here | at \(size.rows.grouped) systems | |
            | --- | ---: | ---: | ---: | --- |
            \(lines.map(\.markdown).joined(separator: "\n"))

            """
    }
}

/// A limit that the design sets, and whether it is kept.
private struct Budget {
    let markdown: String

    /// - Parameter pace: the machine's, where the processor alone decides.
    init(_ name: String, _ seen: Double, atMost limit: Double, _ unit: String, _ pace: Pace? = nil)
    {
        let here = limit * (pace?.factor ?? 1)
        let verdict = seen <= here ? "kept" : "**missed**"
        markdown =
            "| \(name) | ≤ \(limit.short) \(unit) | ≤ \(here.short) \(unit) "
            + "| \(seen.short) \(unit) | \(verdict) |"
    }

    init(_ name: String, _ seen: Double, atLeast limit: Int, _ pace: Pace) {
        let here = Int(Double(limit) / pace.factor)
        let verdict = Int(seen) >= here ? "kept" : "**missed**"
        markdown =
            "| \(name) | ≥ \(limit.grouped) | ≥ \(here.grouped) | \(Int(seen).grouped) "
            + "| \(verdict) |"
    }
}

extension SizeReport {
    var markdown: String {
        """
        ## \(rows.grouped) systems, \(assets.grouped) assets

        | request | CPU a request | a second | 99 % within | 
        | --- | ---: | ---: | ---: |
        \(figures.map(\.markdown).joined(separator: "\n"))

        Raw SQLite in one thread: \(rawListMilliseconds.short) ms for the rows and the count of one
        agency's list, \(rawRowMilliseconds.short) ms for one row by its id,
        \(Int(rawCommitsPerSecond)) durable commits of one small row a second. Start
        \(startSeconds.short) s; memory \(idleMiB.short) MiB idle, \(loadedMiB.short) MiB after all this.

        """.replacingOccurrences(of: " | \n", with: " |\n")
    }
}

extension Figure {
    fileprivate var markdown: String {
        guard requests > 0 else {
            return "| \(name) | over \(cpuMilliseconds.short) ms | none answered | – |"
        }
        return "| \(name) | \(cpuMilliseconds.short) ms | \(Int(perSecond).grouped) "
            + "| \(p99Milliseconds.short) ms |"
    }
}

extension Int {
    fileprivate var grouped: String {
        formatted(.number.locale(Locale(identifier: "en")))
    }
}
