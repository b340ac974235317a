import Access
import Agencies
import Kernel
import Programme
import Statute

extension ModelCity {
    /// Fills an empty city.
    ///
    /// - Parameter progress: told a sentence as each part is done.
    /// - Throws: `AgencyRefusal.cityExists` when there is a city already.
    package func fill(
        user: String, until now: Instant, progress: @escaping @Sendable (String) -> Void
    ) async throws -> [ModelAccount] {
        let places = try await foundOrganisations(by: user)
        progress("\(places.count) organisations")
        let people = try await enterPeople(places, by: user)
        progress("\(people) people")
        let businesses = try await addBusinesses(places)
        progress("\(businesses) businesses")
        let systems = try await addSystems(places, by: user)
        progress("\(systems) information systems")
        let assets = try await addAssets(places)
        progress("\(assets) assets")
        let members = try await addTeams(places)
        progress("\(members) members of teams")
        try await live(
            through: stockTakes(places, until: now) + incidents(places, until: now)
                + gradingReviews(places, until: now), until: now)
        progress("stock-takes and incidents of \(plan.years) years")
        clock.move(to: now)
        let clauses = try await adoptPlan(places)
        progress("a plan of \(clauses) clauses")
        let certificates = try await addCertificates(places)
        progress("\(certificates) certificates")
        let declarations = try await signDeclarations(places)
        progress("\(declarations) declarations")
        try await programme.keepUpToDate()
        progress("the year judged")
        let accounts = try await openAccounts(places)
        progress("\(accounts.count) accounts")
        return accounts
    }

    private func foundOrganisations(by user: String) async throws -> [ModelPlace] {
        let tree = AgencyTree(door: programme.door)
        var generator = SeededGenerator(seed: plan.seed)
        var places: [ModelPlace] = []
        var byName: [String: Agency] = [:]
        var city: Agency?
        for organisation in try ModelOrganisation.first(plan.organisations) {
            let details = try AgencyDetails(
                name: organisation.name, code: organisation.code, oid: organisation.oid,
                kind: organisation.kind)
            let agency: Agency
            if let city, let superior = organisation.superior.flatMap({ byName[$0] }) {
                agency = try await tree.add(
                    details, under: superior.id, by: .console(user, in: city))
            } else {
                agency = try await tree.found(details, by: user, at: clock.now)
                city = agency
            }
            byName[organisation.name] = agency
            if let level = Level(rawValue: organisation.level) {
                try await AgencyDesk(door: programme.door).decide(
                    level, for: agency.id, on: clock.now.day, document: "示範字第 1110001 號",
                    ground: nil, filedOn: nil, by: .console(user, in: agency))
            }
            let size = ModelSize(of: organisation, using: &generator)
            places.append(ModelPlace(organisation, agency, size, user: user))
        }
        return places
    }
}

/// An organisation of the model city that has been founded.
struct ModelPlace: Sendable {
    let organisation: ModelOrganisation
    let agency: Agency
    let size: ModelSize
    let console: Caller

    init(
        _ organisation: ModelOrganisation, _ agency: Agency, _ size: ModelSize, user: String
    ) {
        self.organisation = organisation
        self.agency = agency
        self.size = size
        console = .console(user, in: agency)
    }

    /// Numbers of its own for one part of the filling, so that another part can change without
    /// changing these.
    func generator(_ part: String, _ plan: ModelPlan) -> SeededGenerator {
        let text = part + organisation.code
        let mixed = text.utf8.reduce(plan.seed ^ 0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return SeededGenerator(seed: mixed)
    }
}
