import Foundation

/// Measures the program on tables of several sizes and writes what it saw.
@main
struct Bench {
    static func main() {
        do {
            try run()
        } catch {
            say("\(error)")
            exit(1)
        }
    }

    private static func run() throws {
        let plan = try BenchPlan(CommandLine.arguments.dropFirst())
        let pace = try Pace.read(plan)
        if plan.isPaceOnly { return print(pace.milliseconds) }
        var report = Report(machine: Machine.read(), pace: pace, plan: plan)
        for rows in plan.rows {
            let table = try BigTable.make(rows: rows, plan: plan)
            report.sizes.append(try TableRun(table: table, plan: plan).measure())
            try report.write(to: plan.results)
        }
        report.paceOfCommands = try Pace.read(plan)
        report.commands = try CommandRun(plan: plan).measure()
        try report.write(to: plan.results)
        say("written to \(plan.results)/benchmarks.md")
    }
}

/// One sentence on standard error, for whoever waits.
func say(_ sentence: String) {
    FileHandle.standardError.write(Data("bench: \(sentence)\n".utf8))
}

/// What to measure, and with what.
struct BenchPlan {
    /// Sizes of the generated tables.
    var rows = [10_000, 200_000, 2_000_000]
    /// How long each request is asked for.
    var seconds = 2
    /// How many assets are imported at once.
    var imported = 50_000
    /// How many entries the long ledger has.
    var entries = 1_000_000
    var program = ".build/release/chengdun"
    var folder = ".build/bench"
    var results = "docs"
    var port = 18_180
    /// Whether only the machine is measured, for other measurements.
    var isPaceOnly = false

    init(_ arguments: some Sequence<String>) throws {
        var rest = Array(arguments)[...]
        while let option = rest.popFirst() {
            if option == "--short" {
                (rows, seconds, imported, entries) = ([10_000], 1, 5_000, 20_000)
                continue
            }
            if option == "--pace" {
                isPaceOnly = true
                continue
            }
            guard let value = rest.popFirst() else { throw BenchFault.usage(option) }
            switch option {
            case "--rows": rows = value.split(separator: ",").compactMap { Int($0) }
            case "--seconds": seconds = min(Int(value) ?? 2, 10)
            case "--program": program = value
            case "--folder": folder = value
            case "--results": results = value
            case "--port": port = Int(value) ?? port
            default: throw BenchFault.usage(option)
            }
        }
    }
}

/// Why nothing could be measured.
enum BenchFault: Error {
    case usage(String)
    case command(String, status: Int32, output: String)
    case notRunning
    case unexpected(String)
}
