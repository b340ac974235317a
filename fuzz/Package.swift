// swift-tools-version: 6.2
// Throws broken files at the readers, guided by what they touch. See scripts/fuzz.
import PackageDescription

// The readers are the product's own sources (links in Sources/), built to tell what they touch.
let instrumented: [SwiftSetting] = [
    .unsafeFlags(["-sanitize=fuzzer", "-parse-as-library", "-enforce-exclusivity=checked"])
]

let package = Package(
    name: "fuzz",
    targets: [
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CZ", pkgConfig: "zlib"),
        // Without the digests: the readers need none, and their library takes minutes to build.
        .target(name: "Kernel", exclude: ["Digest.swift"]),
        .target(name: "Archive", dependencies: ["CZ", "Kernel"], swiftSettings: instrumented),
        .target(
            name: "Sheets", dependencies: ["Archive", "CXML2", "Kernel"],
            swiftSettings: instrumented),
        .executableTarget(
            name: "fuzz-sheets", dependencies: ["Archive", "Sheets"], swiftSettings: instrumented,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
    ]
)
