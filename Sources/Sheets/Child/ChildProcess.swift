import Foundation
import Glibc

/// A running child whose output we read. A class, for it is one process, ended once.
final class ChildProcess {
    private let id: pid_t
    private let output: Int32
    private var status: Int32?
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// Starts `program` with nothing but its arguments and its input: no environment, no errors.
    init(_ program: String, _ arguments: [String], input: Int32) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        defer { close(ends[1]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var id: pid_t = 0
        let code = posix_spawn(&id, program, &actions, nil, &words, &environment)
        guard code == 0 else {
            close(ends[0])
            throw POSIXError(.init(rawValue: code) ?? .EIO)
        }
        self.id = id
        output = ends[0]
    }

    deinit {
        kill()
        close(output)
    }

    /// What the child has written next; empty when it has closed its output.
    func read(until deadline: ContinuousClock.Instant) throws -> ArraySlice<UInt8> {
        while true {
            let left = ContinuousClock.now.duration(to: deadline).components
            guard left.seconds >= 0, left.attoseconds >= 0 else { throw SheetRefusal.tooDemanding }
            var wait = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000 + 1
            guard poll(&wait, 1, Int32(clamping: milliseconds)) > 0 else { continue }
            let count = Glibc.read(output, &buffer, buffer.count)
            if count >= 0 { return buffer[..<count] }
            guard errno == EINTR else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        }
    }

    /// Why a child that ended without its last record ended: it was stopped for its time, or it
    /// broke. A child that ran out of memory broke; the system does not tell the two apart.
    func refusalOfItsEnd() -> SheetRefusal {
        wait()
        let signal = (status ?? 0) & 0x7F
        return signal == SIGXCPU || signal == SIGKILL ? .tooDemanding : .notReadable
    }

    /// Waits for a child that has said all it had to say.
    func end() throws {
        wait()
        guard status == 0 else { throw SheetRefusal.notReadable }
    }

    /// Ends the child, whatever it is doing.
    func kill() {
        guard status == nil else { return }
        Glibc.kill(id, SIGKILL)
        wait()
    }

    private func wait() {
        guard status == nil else { return }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        self.status = status
    }
}
