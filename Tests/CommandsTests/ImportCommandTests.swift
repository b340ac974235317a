import Access
import Foundation
import Kernel
import Programme
import SQLiteEngine
import Storage
import TestCity
import TestEngines
import Testing

/// The program as it is called to take a spreadsheet.
@Suite struct ImportCommandTests {
    @Test func `what an import would do is told beside the server, and nothing is written`()
        async throws
    {
        let folder = try ScratchFolder()
        let server = try SQLiteDatabase(path: folder.path("chengdun.db"))
        try await Migrations.apply(Programme.migrations, to: server)
        let clock = TestClock()
        _ = try await AgencyTree(door: Door(database: server, time: clock.source)).found(
            AgencyDetails(name: "海城市政府", code: "A001", kind: "市府"), by: "root", at: clock.now)
        let file = folder.path("assets.csv")
        try Data("財產編號,資產名稱,類別,擁有者,狀態\nA-1,電腦,實體資產,總務處,使用中\n".utf8)
            .write(to: URL(filePath: file))

        let (dry, told) = try chengdun(
            "import", "assets", file, "--agency", "A001", "--dry-run", "--data", folder.path(""))
        let (wet, _) = try chengdun(
            "import", "assets", file, "--agency", "A001", "--data", folder.path(""))

        #expect(dry == 0 && told.contains("會新增 1 筆"))
        #expect(wet != 0)
        let assets = try await server.read { session in
            try session.value("SELECT count(*) FROM asset", as: Int.self)
        }
        #expect(assets == 0)
        try await server.close()
    }

    /// Calls the built program, which stands beside the tests: its exit code and output.
    private func chengdun(_ arguments: String...) throws -> (Int32, String) {
        let tests = try #require(CommandLine.arguments.first { $0.hasSuffix(".xctest") })
        let process = Process()
        process.executableURL =
            URL(filePath: tests).deletingLastPathComponent().appending(path: "chengdun")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let told = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: told, as: UTF8.self))
    }
}
