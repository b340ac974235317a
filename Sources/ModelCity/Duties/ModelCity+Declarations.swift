import Access
import Duties
import Kernel
import Programme
import Statute

extension ModelCity {
    /// Lets organisations sign for what no register proves yet: most of them for most of it, a few
    /// for little.
    ///
    /// - Returns: how many declarations were signed.
    func signDeclarations(_ places: [ModelPlace]) async throws -> Int {
        let judge = programme.standings.judge
        let year = ROCYear(of: clock.now.day)
        var count = 0
        for place in places {
            count += try await programme.door.change(
                .declareDuty, in: place.agency.id, needs: .declareDuties, by: place.console
            ) { [plan] change in
                var generator = place.generator("declarations", plan)
                let diligence = Int.random(in: 55...100, using: &generator)
                let claims = try judge.claims(
                    in: year, asOf: change.now.day, within: .agency(place.agency.id), change.view)
                var signed = 0
                for claim in claims where judge.proof(of: claim.duty) == nil {
                    guard signed == 0 || Int.random(in: 1...100, using: &generator) <= diligence
                    else { continue }
                    let doneOn = min(
                        change.now.day,
                        claim.period.opensOn.adding(
                            days: Int.random(in: 20...150, using: &generator)))
                    guard claim.period.contains(doneOn) else { continue }
                    try change.insert(
                        DutyDeclaration(
                            of: claim.duty, doneOn: doneOn, in: claim.period,
                            words: "示範資料：已依規定辦理，佐證存放於本機關。", by: place.console,
                            at: change.now))
                    signed += 1
                }
                return signed
            }
        }
        return count
    }
}
