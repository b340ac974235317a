import Access
import Kernel
import Programme
import Registers
import Systems
import Web

/// An invented city for demonstrations: agencies, people in every role, their systems.
///
/// Everything goes through the Door, so that its ledger verifies like a real one. The same seed
/// gives the same names and figures; ids and times are those of the day it is made.
package struct ModelCity: Sendable {
    let programme: Programme
    let time: TimeSource
    let seed: UInt64

    package init(programme: Programme, time: TimeSource, seed: UInt64 = 115) {
        self.programme = programme
        self.time = time
        self.seed = seed
    }

    /// Fills an empty city.
    ///
    /// - Parameter progress: told a sentence as each part is done.
    /// - Throws: `AgencyRefusal.cityExists` when there is a city already.
    package func fill(
        user: String, progress: @Sendable (String) -> Void
    ) async throws -> [ModelAccount] {
        let agencies = try await foundAgencies(by: user)
        progress("\(agencies.count) agencies")
        let accounts = try await appointPeople(agencies, by: user)
        progress("\(accounts.count) people")
        let systems = try await addSystems(agencies, by: user)
        progress("\(systems) information systems")
        return accounts
    }

    private func foundAgencies(by user: String) async throws -> [String: Agency] {
        let desk = AgencyTree(door: programme.door)
        let city = try await desk.found(
            AgencyDetails(name: "示範市政府資訊局", code: "DEMO000", kind: "一級機關", level: "A"),
            by: user, at: time.now())
        var agencies = [city.name: city]
        for plan in ModelAgency.all {
            let superior = plan.superior.flatMap { agencies[$0] } ?? city
            let details = try AgencyDetails(
                name: plan.name, code: plan.code, kind: plan.kind, level: plan.level)
            agencies[plan.name] = try await desk.add(
                details, under: superior.id, by: .console(user, in: city))
        }
        return agencies
    }

    private func appointPeople(
        _ agencies: [String: Agency], by user: String
    ) async throws -> [ModelAccount] {
        let people = People(door: programme.door)
        let term = try DatedTerm(from: time.now().day)
        var accounts: [ModelAccount] = []
        for plan in ModelPerson.all {
            guard let agency = agencies[plan.agency], let city = agencies[ModelAgency.city] else {
                continue
            }
            let console = Caller.console(user, in: city)
            let details = try PersonDetails(
                name: plan.name, account: AccountName(plan.account),
                email: "\(plan.account)@demo.invalid")
            let person = try await people.add(details, to: agency.id, by: console)
            for role in plan.roles {
                _ = try await people.appoint(
                    person.id, as: role, in: agency.id, during: term, by: console)
            }
            accounts.append(ModelAccount(plan))
        }
        return accounts
    }

    private func addSystems(_ agencies: [String: Agency], by user: String) async throws -> Int {
        let desk = RegisterDesk<InformationSystem>(door: programme.door)
        var generator = SeededGenerator(seed: seed)
        var count = 0
        for agency in agencies.values.sorted(by: { $0.details.code ?? "" < $1.details.code ?? "" })
        {
            for system in ModelSystem.all(of: agency.details.kind, using: &generator) {
                _ = try await desk.add(system.typed, by: .console(user, in: agency))
                count += 1
            }
        }
        return count
    }
}

/// An account of the model city, as `demo --json` prints it and the sign-in page offers it.
package struct ModelAccount: Codable, Hashable, Sendable {
    package let account: String
    package let name: String
    package let role: String
    package let roleInEnglish: String
    package let agency: String

    init(_ person: ModelPerson) {
        account = person.account
        name = person.name
        role = person.roles.map(\.term.zh).joined(separator: "、")
        roleInEnglish = person.roles.map(\.term.en).joined(separator: ", ")
        agency = person.agency
    }

    package var visitor: DemonstrationVisitor {
        DemonstrationVisitor(
            account: account, name: name, role: Term(role, en: roleInEnglish), agencyName: agency)
    }
}
