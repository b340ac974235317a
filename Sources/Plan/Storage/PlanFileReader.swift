import Papers
import Sheets

/// Reads a stranger's plan in a process of its own (docs/decisions/0070).
package struct PlanFileReader: Sendable {
    private let child: ChildReader

    /// - Parameter program: the program that is run as the child, by default this one.
    package init(program: String = SheetReader.thisProgram) {
        child = ChildReader(program: program, arguments: ["read-plan"])
    }

    /// Waits for the child.
    ///
    /// - Throws: `PlanRefusal`, also for a file that the child broke on.
    package func read(_ file: [UInt8]) throws -> PlanReading {
        let bytes: [UInt8]
        do {
            bytes = try child.answer(to: file, upTo: Self.longest)
        } catch is SheetRefusal {
            throw PlanRefusal.unreadableDocument
        }
        return try PlanAnswer(bytes: bytes).reading()
    }

    /// Far more than the tree of any plan that the reader takes.
    private static let longest = 64 << 20
}
