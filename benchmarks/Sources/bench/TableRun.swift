import Foundation

/// All that is measured on one table.
struct TableRun {
    let table: BigTable
    let plan: BenchPlan

    func measure() throws -> SizeReport {
        say("\(table.rows) rows")
        let raw = RawSQLite(table: table)
        var report = SizeReport(
            rows: table.rows, assets: try table.assets(),
            rawListMilliseconds: try raw.listMilliseconds(),
            rawRowMilliseconds: try raw.rowMilliseconds(),
            rawCommitsPerSecond: try raw.commitsPerSecond())
        let server = try Server(plan, data: table.folder)
        defer { server.stop() }
        report.startSeconds = server.startSeconds
        server.settle()
        report.idleMiB = server.residentMiB
        let load = Load(server: server, plan: plan)
        report.figures = try reads(load) + writes(load)
        report.loadedMiB = server.residentMiB
        return report
    }

    private func reads(_ load: Load) throws -> [Figure] {
        let people = try People(table: table)
        let school = try load.server.signIn(people.ofOne)
        let bureau = try load.server.signIn(people.ofMany)
        let city = try load.server.signIn(people.ofCity)
        let record = try Self.record(load.server, school)
        let word = "%E7%B3%BB%E7%B5%B1"  // 系統
        let rare = "\(table.rows - 1)"
        return [
            try load.figure("plain text, no session", "/healthz"),
            try load.figure("list page, one agency", "/systems", as: school),
            try load.figure("list page, subtree of \(people.many)", "/systems", as: bureau),
            try load.figure("list page, whole city", "/systems", as: city),
            try load.figure("city board", "/board", as: city),
            try load.figure("page of one record", "/systems/\(record)", as: school),
            try load.figure("search in one agency", "/systems?q=\(word)", as: school),
            try load.figure("search in the city, a rare word", "/systems?q=\(rare)", as: city),
            try load.figure("search in the city, a common word", "/systems?q=\(word)", as: city),
            try load.figure("search of all registers", "/search?q=\(word)", as: school),
            try load.figure("JSON list, one agency", "/api/v1/systems", as: school),
            try load.figure("JSON list, whole city", "/api/v1/systems", as: city),
        ] + (try assets(load, school, city))
    }

    private func assets(_ load: Load, _ school: Session, _ city: Session) throws -> [Figure] {
        let computer = "%E9%9B%BB%E8%85%A6"  // 電腦
        let rare = try table.propertyNumber()
        return [
            try load.figure("list of assets, one agency", "/assets", as: school),
            try load.figure("list of assets, whole city", "/assets", as: city),
            try load.figure("search of assets, one agency", "/assets?q=\(computer)", as: school),
            try load.figure(
                "search of assets, city, a property number", "/assets?q=\(rare)", as: city),
            try load.figure(
                "search of assets, city, a common word", "/assets?q=\(computer)", as: city),
        ]
    }

    private func writes(_ load: Load) throws -> [Figure] {
        let session = try load.server.signIn(try People(table: table).adding)
        let script = "\(plan.folder)/add.lua"
        try adding(load.server, session).write(toFile: script, atomically: true, encoding: .utf8)
        let place = "/api/v1/systems"
        return try [1, 8].map { writers in
            try load.figure(
                "durable change, \(writers) at a time", place, as: session, connections: writers,
                script: script)
        }
    }

    /// The first record of the list: one that the program itself wrote, with its history.
    private static func record(_ server: Server, _ session: Session) throws -> Substring {
        let page = try server.get("/systems", as: session)
        let id = page.firstMatch(of: /href="\/systems\/([0-9a-f]{8}-[0-9a-f-]{27})"/)?.1
        guard let id else { throw BenchFault.unexpected("no record in the list") }
        return id
    }

    /// What `wrk` sends: a new planned system each time, as a page of this session would.
    private func adding(_ server: Server, _ session: Session) -> String {
        """
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        wrk.headers["Origin"] = "\(server.address)"
        wrk.headers["Sec-Fetch-Site"] = "same-origin"
        wrk.headers["X-CSRF-Token"] = "\(session.formToken)"
        number = 0
        function request()
          number = number + 1
          return wrk.format(nil, nil, nil, string.format([[{"name":"量測 %d","owner":"資訊組",
            "building":"own","citizenFacing":false,"business":"量測",
            "state":"planned"}]], number))
        end
        """
    }
}
