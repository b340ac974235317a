import Kernel
import Testing

@testable import Duties

/// The law of states: what each fact makes of a duty, day by day.
@Suite struct DutyStateTests {
    private static let june = Day(year: 2026, month: 6, day: 30)!

    private func facts(_ change: (inout StandingFacts) -> Void = { _ in }) -> StandingFacts {
        var facts = StandingFacts(
            opensOn: Day(year: 2026, month: 1, day: 1)!, dueOn: Self.june,
            lateFrom: Self.june.adding(days: 1), isEmpty: false, isWaived: false, isMet: false,
            isDeclared: false)
        change(&facts)
        return facts
    }

    @Test(arguments: [
        ("2025-12-31", DutyState.upcoming), ("2026-01-01", .upcoming), ("2026-05-30", .upcoming),
        ("2026-05-31", .due), ("2026-06-30", .due), ("2026-07-01", .late), ("2030-01-01", .late),
    ])
    func `an unmet duty is due a month before its last day and late after it`(
        _ day: String, _ state: DutyState
    ) throws {
        #expect(facts().state(on: try #require(Day(day))) == state)
    }

    @Test func `what a register proves comes before a declaration, and a waiver before both`() {
        let late = Self.june.adding(days: 9)
        let declared = facts { $0.isDeclared = true }
        let met = facts {
            $0.isDeclared = true
            $0.isMet = true
        }
        let waived = facts {
            $0.isMet = true
            $0.isWaived = true
        }

        #expect(declared.state(on: late) == .declared)
        #expect(met.state(on: late) == .met)
        #expect(waived.state(on: late) == .waived)
        #expect(facts { $0.isEmpty = true }.state(on: late) == .notApplicable)
    }

    @Test func `what is owed at all times is missing until it is there`() {
        let always = facts {
            $0.dueOn = nil
            $0.lateFrom = Self.june.adding(days: 1)
        }

        #expect(always.state(on: Self.june) == .missing)
        #expect(always.state(on: Self.june.adding(days: 1)) == .late)
    }

    @Test func `what nobody can be late with stays upcoming`() {
        let advice = facts { $0.lateFrom = nil }

        #expect(advice.state(on: Self.june.adding(days: 400)) == .upcoming)
    }
}
