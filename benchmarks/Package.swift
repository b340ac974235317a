// swift-tools-version: 6.2
// Measures the program from outside, over HTTP, as built for release. See scripts/bench.
import PackageDescription

let package = Package(
    name: "benchmarks",
    dependencies: [
        // The same SQLite as the program's: what it costs alone stands beside what a page costs.
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        // The same web library as the program's: what it costs alone tells how quick a machine is.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    ],
    targets: [
        .systemLibrary(name: "CNettle", pkgConfig: "nettle"),
        .executableTarget(
            name: "bench",
            dependencies: ["CNettle", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: [.treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "yardstick",
            dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
            swiftSettings: [.treatAllWarnings(as: .error)]),
    ]
)
