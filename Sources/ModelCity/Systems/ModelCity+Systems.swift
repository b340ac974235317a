import Access
import Kernel
import Programme
import Registers
import Systems

extension ModelCity {
    /// Lists the businesses of every organisation.
    func addBusinesses(_ places: [ModelPlace]) async throws -> Int {
        let desk = RegisterDesk<Business>(door: programme.door)
        var count = 0
        for place in places {
            for business in ModelBusiness.all(of: place.organisation) {
                _ = try await desk.add(business, by: place.console)
                count += 1
            }
        }
        return count
    }

    /// Fills in the systems of every organisation.
    func addSystems(_ places: [ModelPlace], by user: String) async throws -> Int {
        let desk = RegisterDesk<InformationSystem>(door: programme.door)
        let circumstances = RegisterDesk<Circumstance>(door: programme.door)
        var count = 0
        for (index, place) in places.enumerated() {
            if index % 3 == 2 {
                _ = try await circumstances.add(circumstance(of: place), by: place.console)
            }
            var generator = place.generator("systems", plan)
            for system in ModelSystem.all(of: place, using: &generator) {
                _ = try await desk.add(system.typed, by: place.console)
                count += 1
            }
        }
        return count
    }

    /// A school whose mail the bureau runs says so, an office whose computers others mend says that.
    private func circumstance(of place: ModelPlace) -> TypedFields {
        let isSchool = place.organisation.isSchool
        return TypedFields([
            "subject": (isSchool ? Circumstance.Subject.mailServer : .outsourcedServices).rawValue,
            "answer": (isSchool ? Circumstance.Answer.no : .yes).rawValue,
            "fromOn": clock.now.day.description,
            "note": isSchool ? "信箱由教育局提供" : "個人電腦維護委外",
        ])
    }

    /// Most organisations look at their gradings once this year; some have yet to.
    func gradingReviews(_ places: [ModelPlace], until now: Instant) -> [Happening] {
        places.filter { $0.size.systems > 0 }.compactMap { place in
            var generator = place.generator("grading-reviews", plan)
            let isDone = Int.random(in: 0..<100, using: &generator) < 80
            let day = now.day.adding(days: -Int.random(in: 10...200, using: &generator))
            guard isDone, day.year == now.day.year else { return nil }
            let review = GradingReview(door: programme.door)
            return Happening(at: Instant(startOf: day).adding(hours: 11)) {
                do {
                    try await review.confirmAll(by: place.console)
                } catch GradingReviewRefusal.nothing {
                    return  // All its systems are planned yet.
                }
            }
        }
    }
}
