import Kernel

extension CellValue {
    /// A date of ODF or of a strict XLSX: `2026-11-23`, with or without `T09:30:00.5`.
    init?(isoDate text: String) {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard let first = parts.first, let day = Day(String(first)) else { return nil }
        guard parts.count == 2 else {
            self = .day(day)
            return
        }
        let clock = parts[1].prefix { $0 != "." && $0 != "Z" }.split(separator: ":")
        let numbers = clock.compactMap { Int($0) }
        guard numbers.count == clock.count, (2...3).contains(numbers.count),
            (0..<24).contains(numbers[0]), numbers.dropFirst().allSatisfy((0..<60).contains)
        else { return nil }
        let seconds = numbers.reduce(0) { $0 * 60 + $1 } * (numbers.count == 2 ? 60 : 1)
        self = seconds == 0 ? .day(day) : .moment(day, seconds: seconds)
    }

    /// A length of time of ODF: `PT09H30M00S`.
    init?(isoDuration text: String) {
        guard
            let match = text.wholeMatch(
                of: /PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:\.\d+)?S)?/)
        else { return nil }
        let parts = [match.1, match.2, match.3].map { $0.flatMap { Int($0) } ?? 0 }
        self = .time(seconds: parts[0] * 3_600 + parts[1] * 60 + parts[2])
    }
}
