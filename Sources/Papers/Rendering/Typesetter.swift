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
    /// The font files: 全字庫正楷體, Noto Serif CJK, Liberation Serif. No other is ever used.
    package var fonts: [String]
    /// How long a paper may take.
    package var seconds: Int

    package init(
        python: String = Self.installedPython, fonts: [String] = Self.debianFonts, seconds: Int = 30
    ) {
        self.python = python
        self.fonts = fonts
        self.seconds = seconds
    }

    /// Where Debian's packages put the fonts (fonts-cns11643-kai, fonts-noto-cjk,
    /// fonts-liberation).
    package static let debianFonts =
        ["TW-Kai-98_1", "TW-Kai-Ext-B-98_1", "TW-Kai-Plus-98_1"].map {
            "/usr/share/fonts/truetype/cns11643/\($0).ttf"
        } + ["/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"]
        + ["Regular", "Bold"].map {
            "/usr/share/fonts/truetype/liberation/LiberationSerif-\($0).ttf"
        }

    /// The interpreter that set-up prepared: what `CHENGDUN_PYTHON` names, `papers-venv` in a folder
    /// above this program, or the system's own.
    package static let installedPython: String = {
        if let named = ProcessInfo.processInfo.environment["CHENGDUN_PYTHON"] { return named }
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return sequence(first: program) { $0.deletingLastPathComponent() }.dropFirst().prefix(3)
            .map { $0.appending(path: "papers-venv/bin/python").path() }
            .first(where: FileManager.default.isExecutableFile(atPath:)) ?? "python3"
    }()

    /// The PDF; waits for the child, so call it off the threads that serve requests.
    package func pdf(of document: Document) throws -> [UInt8] {
        let files = FileManager.default
        guard fonts.allSatisfy(files.isReadableFile(atPath:)) else {
            throw PaperRefusal.fontsMissing
        }
        let folder = files.temporaryDirectory.appending(path: "paper-\(UUID().uuidString)")
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: folder) }
        for font in fonts.map({ URL(filePath: $0) }) {
            let link = folder.appending(path: font.lastPathComponent)
            try files.createSymbolicLink(at: link, withDestinationURL: font)
        }
        let data = folder.appending(path: "data.json")
        let output = folder.appending(path: "paper.pdf")
        try Data(PrintedDocument(document).json.bytes).write(to: data)
        try run([Self.file("typeset", "py"), Self.file("paper", "typ"), data, output, folder])
        return try Array(Data(contentsOf: output))
    }

    private func run(_ files: [URL]) throws {
        let child = Process()
        child.executableURL = URL(filePath: "/usr/bin/env")
        child.arguments = [python, "-I"] + files.map { $0.path() }
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
