import Foundation
import Kernel

/// Sets papers as tagged PDF (PDF/UA-1) with typst, in a child process with limits.
///
/// The child gets the words as data, the fixed template and the fonts of the operating system's
/// packages, no network and no database. The same tree gives the same bytes with the same release
/// of typst and the same fonts.
package struct Typesetter: Sendable {
    /// The interpreter that has the `typst` package.
    package var python: String
    /// Where the fonts lie: 全字庫正楷體, Noto Serif CJK, Liberation.
    package var fontDirectories: [String]
    /// How long a paper may take.
    package var seconds: Int

    package init(
        python: String = "python3", fontDirectories: [String] = Self.debianFonts,
        seconds: Int = 30
    ) {
        self.python = python
        self.fontDirectories = fontDirectories
        self.seconds = seconds
    }

    /// Where Debian's packages put the fonts.
    package static let debianFonts = [
        "/usr/share/fonts/truetype/cns11643", "/usr/share/fonts/opentype/noto",
        "/usr/share/fonts/truetype/liberation",
    ]

    /// The PDF; waits for the child, so call it off the threads that serve requests.
    package func pdf(of document: Document) throws -> [UInt8] {
        let files = FileManager.default
        guard fontDirectories.allSatisfy(files.fileExists(atPath:)) else {
            throw PaperRefusal.fontsMissing
        }
        let folder = files.temporaryDirectory.appending(path: "paper-\(UUID().uuidString)")
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: folder) }
        let data = folder.appending(path: "data.json")
        let output = folder.appending(path: "paper.pdf")
        try Data(PrintedDocument(document).json.bytes).write(to: data)
        try run([try Self.file("typeset", "py"), try Self.file("paper", "typ"), data, output])
        return try Array(Data(contentsOf: output))
    }

    private func run(_ files: [URL]) throws {
        let child = Process()
        child.executableURL = URL(filePath: "/usr/bin/env")
        child.arguments = [python, "-I"] + files.map { $0.path() } + fontDirectories
        child.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
        child.standardInput = FileHandle.nullDevice
        child.standardOutput = FileHandle.nullDevice
        child.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        child.terminationHandler = { _ in ended.signal() }
        try child.run()
        guard ended.wait(timeout: .now() + .seconds(seconds)) == .success else {
            kill(child.processIdentifier, SIGKILL)
            throw PaperRefusal.tooLong
        }
        switch (child.terminationReason, child.terminationStatus) {
        case (.exit, 0): return
        case (.exit, 69), (.exit, 126), (.exit, 127): throw PaperRefusal.typesetterMissing
        case (.exit, 70): throw PaperRefusal.typesetterFailed
        default: throw PaperRefusal.tooLong
        }
    }

    private static func file(_ name: String, _ ending: String) throws -> URL {
        guard
            let file = Bundle.module.url(
                forResource: name, withExtension: ending, subdirectory: "Templates")
        else { throw PlanTemplateFault.missing }
        return file
    }
}
