extension Day {
    /// Reads a date in the year of the Republic as forms have it: `115/11/23`, `115.11.23`,
    /// `115-11-23`, `1151123`, `民國 115 年 11 月 23 日`. A date that does not exist is `nil`.
    package init?(rocText text: String) {
        var words = DateWords(text)
        let isOfChina = words.skip("中華")
        _ = words.skip("民國")
        let first = words.digits()
        let year: Int
        let month: Int
        let day: Int
        if words.isOver {
            guard first.count == 7, !isOfChina else { return nil }
            (year, month, day) = (first[..<3].number, first[3..<5].number, first[5...].number)
        } else {
            guard (1...3).contains(first.count), words.skip(oneOf: "年/.-") else { return nil }
            let second = words.digits()
            guard (1...2).contains(second.count), words.skip(oneOf: "月/.-") else { return nil }
            let third = words.digits()
            _ = words.skip("日")
            guard (1...2).contains(third.count), words.isOver else { return nil }
            (year, month, day) = (first[...].number, second[...].number, third[...].number)
        }
        guard year >= 1 else { return nil }
        self.init(year: year + 1911, month: month, day: day)
    }
}

/// The signs of a written date, one after the other; white space is none. By hand, for every row of
/// an import has some, and a regular expression took a third of the time of all.
private struct DateWords {
    private var rest: ArraySlice<Unicode.Scalar>

    init(_ text: String) {
        rest = ArraySlice(text.unicodeScalars.filter { !$0.properties.isWhitespace })
    }

    var isOver: Bool { rest.isEmpty }

    /// Goes past `word`, where it comes next.
    mutating func skip(_ word: String) -> Bool {
        guard rest.starts(with: word.unicodeScalars) else { return false }
        rest = rest.dropFirst(word.unicodeScalars.count)
        return true
    }

    mutating func skip(oneOf signs: String) -> Bool {
        guard let next = rest.first, signs.unicodeScalars.contains(next) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// All digits that come next.
    mutating func digits() -> [Int] {
        let found = rest.prefix { ("0"..."9").contains($0) }.map { Int($0.value) - 0x30 }
        rest = rest.dropFirst(found.count)
        return found
    }
}

extension ArraySlice<Int> {
    /// The number that the digits write.
    fileprivate var number: Int { reduce(0) { $0 * 10 + $1 } }
}
