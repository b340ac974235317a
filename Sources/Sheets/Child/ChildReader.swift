import Foundation
import Glibc

/// Has a stranger's file of some other kind than a spreadsheet read in a process of its own: the
/// file goes in, one answer comes out.
///
/// The call waits for the child and belongs on a thread that may wait. The child may have been taken
/// over by the file: whoever takes its answer apart believes nothing of it.
package struct ChildReader: Sendable {
    private let program: String
    private let arguments: [String]
    private let patience: Duration

    package init(
        program: String = SheetReader.thisProgram, arguments: [String],
        patience: Duration = .seconds(60)
    ) {
        self.program = program
        self.arguments = arguments
        self.patience = patience
    }

    /// What the child says to a file, of `most` bytes at most.
    ///
    /// - Throws: `SheetRefusal.tooDemanding` when it took too long; `.notReadable` when it broke or
    ///   said too much.
    package func answer(to file: [UInt8], upTo most: Int) throws -> [UInt8] {
        let input = try ChildProcess.spool(file)
        defer { close(input) }
        let child = try ChildProcess(program, arguments, input: input)
        do {
            let answer = try listen(to: child, most)
            try child.end()
            return answer
        } catch {
            child.kill()
            throw error
        }
    }

    private func listen(to child: ChildProcess, _ most: Int) throws -> [UInt8] {
        let deadline = ContinuousClock.now + patience
        var answer: [UInt8] = []
        while true {
            let piece = try child.read(until: deadline)
            guard !piece.isEmpty else { break }
            answer += piece
            guard answer.count <= most else { throw SheetRefusal.notReadable }
        }
        guard !answer.isEmpty else { throw child.refusalOfItsEnd() }
        return answer
    }
}
