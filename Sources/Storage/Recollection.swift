import Synchronization

/// Answers that are asked for again and again, and hold until something is written.
///
/// An answer is kept with the count of commits (`Database.commits`) that was read before it was
/// found: it may be newer than its count, never older. Where others may write as well there is no
/// count, and nothing is remembered.
package final class Recollection<Key: Hashable & Sendable, Answer: Sendable>: Sendable {
    private struct Memory {
        var commits = 0
        var answers: [Key: Answer] = [:]
    }

    private let capacity: Int
    private let memory = Mutex(Memory())

    /// - Parameter capacity: more answers than this are forgotten all at once.
    package init(capacity: Int = 4_096) {
        self.capacity = capacity
    }

    /// The answer to `key` if it is known and nothing was written since.
    package func answer(to key: Key, asOf commits: Int?) -> Answer? {
        memory.withLock { $0.commits == commits ? $0.answers[key] : nil }
    }

    /// Keeps what was found after `commits` changes.
    package func note(_ answer: Answer, to key: Key, asOf commits: Int?) {
        guard let commits else { return }
        memory.withLock { memory in
            guard commits >= memory.commits else { return }
            if commits > memory.commits || memory.answers.count >= capacity {
                memory = Memory(commits: commits)
            }
            memory.answers[key] = answer
        }
    }

    /// The answer to `key`, remembered or found anew.
    package func answer(
        to key: Key, asOf commits: Int?, _ find: () throws -> Answer
    ) rethrows -> Answer {
        if let known = answer(to: key, asOf: commits) { return known }
        let answer = try find()
        note(answer, to: key, asOf: commits)
        return answer
    }
}
