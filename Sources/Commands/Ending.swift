import ArgumentParser
import Foundation
import Kernel

/// How a command ends: 0 done, 1 fault, 2 refused, 64 wrong usage.
enum Ending {
    /// Runs `body`; a refusal is one sentence on standard error and exit code 2.
    static func of(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let refusal as any Refusal {
            complain(refusal.message.zh)
            complain(refusal.message.en)
            throw ExitCode(2)
        } catch let code as ExitCode {
            throw code
        } catch let usage as ValidationError {
            throw usage
        } catch {
            complain("chengdun: \(error)")
            throw ExitCode(1)
        }
    }

    static func complain(_ sentence: String) {
        FileHandle.standardError.write(Data((sentence + "\n").utf8))
    }
}
