import Dispatch
import Kernel
import Synchronization
import Testing

@Suite struct MadeAheadTests {
    private struct Enough: Error {}

    @Test(arguments: [0, 1, 2, 7, 500])
    func `everything is used once and in order`(_ count: Int) {
        var used: [Int] = []
        (0..<count).madeAhead {
            $0 * 2
        } _: {
            used.append($0)
        }
        #expect(used == (0..<count).map { $0 * 2 })
    }

    @Test func `nothing is made two at a time, nor more than three ahead`() {
        let making = Mutex(0)
        let made = Mutex(0)
        var used = 0
        (0..<200).madeAhead { number -> Bool in
            let others = making.withLock { making in
                defer { making += 1 }
                return making
            }
            defer { making.withLock { $0 -= 1 } }
            made.withLock { $0 += 1 }
            return others == 0
        } _: { wasAlone in
            used += 1
            let lead = made.withLock { $0 } - used
            #expect(wasAlone)
            #expect((0...3).contains(lead))
        }
        #expect(used == 200)
    }

    @Test(arguments: [0, 1, 7, 500])
    func `on a line with other work everything is used once and in order`(_ count: Int) {
        let line = AheadLine()
        let others = (0..<5).coming(on: line) { $0 }
        var used: [Int] = []
        (0..<count).madeAhead(on: line) {
            $0 * 2
        } _: {
            used.append($0)
        }
        #expect(used == (0..<count).map { $0 * 2 })
        #expect(others.map(\.value) == Array(0..<5))
    }

    @Test func `what the line has not come to is made by whoever asks for it, once`() {
        let line = AheadLine()
        let mayEnd = DispatchSemaphore(value: 0)
        let made = Mutex<[Int]>([])
        let first = line.coming { mayEnd.wait() }
        let others = (1...3).coming(on: line) { number in
            made.withLock { $0.append(number) }
            return number
        }
        #expect(others[1].value == 2)
        #expect(made.withLock { $0 } == [2])
        mayEnd.signal()
        _ = first.value
        #expect([others[0].value, others[2].value] == [1, 3])
        #expect(made.withLock { $0.sorted() } == [1, 2, 3])
    }

    @Test func `a fault ends all, and nothing goes on behind the caller's back`() {
        let made = Mutex(0)
        #expect(throws: Enough.self) {
            try (0..<100).madeAhead { number in
                made.withLock { $0 += 1 }
                return number
            } _: { number in
                if number == 3 { throw Enough() }
            }
        }
        let count = made.withLock { $0 }
        #expect((4...7).contains(count))
        #expect(made.withLock { $0 } == count)
    }
}
