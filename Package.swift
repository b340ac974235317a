// swift-tools-version: 6.2
// The architecture as a diagram: a target is a room, and a room uses only rooms named before it.
import PackageDescription

let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func room(
    _ name: String, _ path: String? = nil, uses rooms: [Target.Dependency] = [],
    resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: rooms, path: path, resources: resources, swiftSettings: settings)
}

func chapter(_ name: String, uses rooms: [Target.Dependency] = []) -> Target {
    room(name, "Sources/Chapters/\(name)", uses: ["Outline"] + rooms)
}

func tests(_ name: String, uses rooms: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + rooms,
        swiftSettings: settings)
}

func program(_ name: String, uses rooms: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: rooms, swiftSettings: settings)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let threads = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "chengdun",
    products: [
        .executable(name: "chengdun", targets: ["chengdun"]),
        .executable(name: "chengdun-verify", targets: ["chengdun-verify"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // System: C libraries of the operating system.
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2"),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CNettle", pkgConfig: "hogweed"),
        .systemLibrary(name: "CPQ", pkgConfig: "libpq"),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode"),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CZ", pkgConfig: "zlib"),

        // Ground: values and files, no database.
        room("Cryptography", uses: ["CNettle"]),
        room("Kernel", uses: ["Cryptography"]),
        room("Statute", uses: ["Kernel", yaml], resources: [.copy("Law")]),
        room("HTML", uses: ["Kernel"]),
        room("Archive", uses: ["CZ", "Kernel"]),
        room("Sheets", uses: ["Archive", "CXML2", "Kernel"]),
        room(
            "Papers", uses: ["Archive", "CQREncode", "CXML2", "HTML", "Kernel"],
            resources: [.copy("Templates")]),
        room("MerkleLog", uses: ["Cryptography"]),

        // Services: the programme's machinery.
        room("Storage", uses: ["Kernel"]),
        room("SQLiteEngine", uses: ["CSQLite", "Storage", threads]),
        room("PostgreSQLEngine", uses: ["Storage", "CPQ", threads]),
        room("Ledger", uses: ["Storage", "MerkleLog"]),
        room("Access", uses: ["Ledger", "CArgon2", threads]),
        room("Evidence", uses: ["Access"]),
        room("Tasks", uses: ["Access", "HTML"]),
        room("Duties", uses: ["Evidence", "Statute", "Tasks"]),
        room(
            "Web", uses: ["Access", "CZ", "HTML", hummingbird, logging],
            resources: [.copy("Static")]),
        room("Attachments", uses: ["Evidence", "Web"]),
        room("Registers", uses: ["Attachments", "Sheets"]),
        room("Exchange", uses: ["Registers", threads]),
        room("Outline", uses: ["Duties", "Exchange", "Papers", "Tasks"]),

        // Chapters, in the plan's order.
        chapter("Agencies"),
        chapter("Systems", uses: ["Agencies", "Statute"]),
        chapter("Team", uses: ["Agencies"]),
        chapter("Inventory", uses: ["Systems"]),
        chapter("Incidents", uses: ["Statute", "Systems", "Tasks"]),

        // The whole.
        room("Plan", uses: ["Agencies", "Outline"], resources: [.copy("Data")]),
        room(
            "Programme",
            uses: [
                "Agencies", "Incidents", "Inventory", "Plan", "Sheets", "Statute", "Systems",
                "Team", logging,
            ]),
        room(
            "ModelCity", uses: ["Incidents", "Programme"],
            resources: [.copy("Names"), .copy("Pictures")]),
        room(
            "Commands",
            uses: [
                "CMalloc", "ModelCity", "Papers", "Plan", "PostgreSQLEngine", "SQLiteEngine",
                "Sheets", "Statute", arguments, logging,
            ]),
        program("chengdun", uses: ["Commands", arguments]),
        program("chengdun-verify", uses: ["MerkleLog", arguments]),

        // Tests: one target a room; a fresh database of either engine, and a small city.
        room(
            "TestEngines", "Tests/TestEngines",
            uses: ["CPQ", "PostgreSQLEngine", "SQLiteEngine", logging]),
        room("TestCity", "Tests/TestCity", uses: ["Programme", "TestEngines"]),
        tests("Cryptography"),
        tests("Kernel"),
        tests("Statute"),
        tests("HTML"),
        tests("Archive"),
        .executableTarget(
            name: "SheetChild", dependencies: ["Sheets"], path: "Tests/SheetChild",
            swiftSettings: settings),
        .testTarget(
            name: "SheetsTests", dependencies: ["Sheets", "SheetChild"], exclude: ["Fixtures"],
            swiftSettings: settings),
        tests("Papers"),
        tests("MerkleLog"),
        // A program to be killed, and a disk that forgets what was not synced.
        .target(name: "PowerLoss", path: "Tests/PowerLoss"),
        .executableTarget(
            name: "crash-writer",
            dependencies: ["Ledger", "PostgreSQLEngine", "PowerLoss", "SQLiteEngine", grdb],
            path: "Tests/crash-writer", swiftSettings: settings),
        .testTarget(
            name: "CrashTests", dependencies: ["Ledger", "TestEngines", "crash-writer"],
            swiftSettings: settings),
        tests("ModelCity", uses: ["TestEngines"]),
        tests("Storage", uses: ["TestEngines"]),
        tests("Ledger", uses: ["CSQLite", "TestEngines"]),
        tests("Access", uses: ["TestEngines"]),
        tests("Web", uses: ["TestEngines"]),
        tests("Evidence", uses: ["TestCity"]),
        tests("Tasks", uses: ["TestCity"]),
        tests("Duties", uses: ["TestCity"]),
        tests("Registers", uses: ["TestCity"]),
        .testTarget(
            name: "ExchangeTests", dependencies: ["Exchange", "TestCity"],
            exclude: ["Fixtures"], swiftSettings: settings),
        tests("Agencies", uses: ["TestCity"]),
        tests("Systems", uses: ["TestCity"]),
        tests("Team", uses: ["TestCity"]),
        tests("Inventory", uses: ["TestCity"]),
        tests("Incidents", uses: ["TestCity"]),
        tests("Plan", uses: ["TestCity"]),
        tests("Programme", uses: ["Commands", "TestCity", hummingbird, logging]),
        tests("Commands", uses: ["TestCity", "chengdun"]),
        .testTarget(
            name: "MatrixTests", dependencies: ["TestCity", hummingbird, logging],
            swiftSettings: settings),
    ]
)
