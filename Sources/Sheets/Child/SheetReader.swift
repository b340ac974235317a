import Foundation
import Glibc

/// Reads a stranger's spreadsheet in a process of its own, so that no file can take the server down.
///
///     try SheetReader().read(upload) { event in … }
///
/// The call waits for the child and belongs on a thread that may wait. What was told before a
/// refusal does not count: a file is read whole or not at all.
package struct SheetReader: Sendable {
    private let program: String
    private let arguments: [String]
    private let limits: SheetLimits
    private let patience: Duration

    /// A reader that runs `program`, which is this program unless told otherwise.
    package init(
        program: String = SheetReader.thisProgram, arguments: [String] = ["read-sheet"],
        limits: SheetLimits = .untrusted, patience: Duration = .seconds(60)
    ) {
        self.program = program
        self.arguments = arguments
        self.limits = limits
        self.patience = patience
    }

    /// The program that is running, also where its file has meanwhile been replaced by another
    /// release: a name that is only good for starting it.
    package static let thisProgram = "/proc/self/exe"

    /// Tells the sheets and rows of a file.
    ///
    /// - Throws: `SheetRefusal`; what `tell` throws, which ends the reading.
    package func read(_ file: [UInt8], _ tell: (SheetEvent) throws -> Void) throws {
        let input = try ChildProcess.spool(file)
        defer { close(input) }
        let child = try ChildProcess(program, arguments, input: input)
        do {
            try listen(to: child, tell)
            try child.end()
        } catch {
            child.kill()
            throw error
        }
    }

    private func listen(to child: ChildProcess, _ tell: (SheetEvent) throws -> Void) throws {
        let deadline = ContinuousClock.now + patience
        var records = RecordReader(limits: limits)
        var rows = 0
        while true {
            while let record = try records.next() {
                switch record {
                case .end: return
                case .refusal(let refusal): throw refusal
                case .event(let event):
                    if case .row = event { rows += 1 }
                    guard rows <= limits.rows else { throw SheetRefusal.notReadable }
                    try tell(event)
                }
            }
            let piece = try child.read(until: deadline)
            guard !piece.isEmpty else { throw child.refusalOfItsEnd() }
            records.take(piece)
        }
    }
}
