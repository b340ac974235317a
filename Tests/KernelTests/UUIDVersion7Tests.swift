import Foundation
import Kernel
import Testing

@Suite struct UUIDVersion7Tests {
    private let moment = Instant(microseconds: 1_792_000_000_123_456)

    @Test func `ids of one moment keep the order in which they were made`() {
        let made = (0..<10_000).map { _ in UUID(version7At: moment).hyphenated }
        #expect(made == made.sorted())
        #expect(Set(made).count == made.count)
    }

    @Test func `an id of an earlier moment comes first, whenever it is made`() {
        let later = UUID(version7At: moment)
        let earlier = UUID(version7At: Instant(microseconds: moment.microseconds - 1_000))
        #expect(earlier.hyphenated < later.hyphenated)
    }

    @Test func `an id says its version, its variant and its millisecond`() {
        let bytes = UUID(version7At: moment).uuid
        #expect(bytes.6 >> 4 == 7)
        #expect(bytes.8 >> 6 == 0b10)
        let milliseconds = [bytes.0, bytes.1, bytes.2, bytes.3, bytes.4, bytes.5]
            .reduce(Int64(0)) { $0 << 8 | Int64($1) }
        #expect(milliseconds == moment.microseconds / 1_000)
    }

    @Test func `ids made by many at once are all different`() async {
        let made = await withTaskGroup(of: [UUID].self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<2_000).map { _ in UUID(version7At: moment) } }
            }
            return await group.reduce(into: [UUID]()) { $0 += $1 }
        }
        #expect(Set(made).count == 16_000)
    }
}
