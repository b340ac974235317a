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
        .systemLibrary(name: "CNettle", pkgConfig: "hogweed"),
        .target(name: "Cryptography", dependencies: ["CNettle"]),
        .target(name: "Kernel", dependencies: ["Cryptography"]),
        .target(name: "Archive", dependencies: ["CZ", "Kernel"], swiftSettings: instrumented),
        .target(
            name: "Sheets", dependencies: ["Archive", "CXML2", "Kernel"],
            swiftSettings: instrumented),
        // The plan reader and the tree it makes, without what prints.
        .target(
            name: "Papers", dependencies: ["Archive", "CXML2", "Kernel"],
            exclude: ["Rendering", "Template", "Templates"]
                + [
                    "OpenDocumentText", "ParagraphStyle", "TextContent", "TextContent+Tables",
                    "TextStyles", "XMLWriter",
                ].map { "OpenDocument/\($0).swift" },
            swiftSettings: instrumented),
        .executableTarget(
            name: "fuzz-readers", dependencies: ["Archive", "Papers", "Sheets"],
            swiftSettings: instrumented,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
    ]
)
