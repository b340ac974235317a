extension Array where Element: Sendable {
    /// What `work` answers for each, in their order, with `count` of them under way at a time.
    func answers<Answer: Sendable>(
        atOnce count: Int, _ work: @escaping @Sendable (Element) async throws -> Answer
    ) async throws -> [Answer] {
        try await withThrowingTaskGroup(of: (Int, Answer).self) { group in
            var answers = [Answer?](repeating: nil, count: self.count)
            for (index, element) in enumerated() {
                if index >= count, let (place, answer) = try await group.next() {
                    answers[place] = answer
                }
                group.addTask { (index, try await work(element)) }
            }
            for try await (place, answer) in group { answers[place] = answer }
            return answers.compactMap(\.self)
        }
    }
}
