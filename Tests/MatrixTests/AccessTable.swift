import Access

/// What one route must do for everybody. Reviewed by people; compared with every cell.
struct AccessRow: Sendable {
    /// What the route is about.
    enum Subject: Sendable {
        /// The caller or the site; nothing of another agency is named.
        case caller
        /// One record to look at: the own one and those of agencies below.
        case recordToSee
        /// One record to write: the own one; those below are seen and refused, others are unknown.
        case recordToWrite
    }

    /// Whom the route is for.
    enum Audience: Sendable {
        case anybody
        case everyRole
        case only(Set<Role>)
    }

    let audience: Audience
    let subject: Subject
    /// The status of success.
    let gives: Int

    init(_ audience: Audience, _ subject: Subject = .caller, gives: Int = 200) {
        self.audience = audience
        self.subject = subject
        self.gives = gives
    }

    func admits(_ role: Role?) -> Bool {
        switch (audience, role) {
        case (.anybody, _): true
        case (.everyRole, let role): role != nil
        case (.only(let roles), let role?): roles.contains(role)
        case (.only, nil): false
        }
    }
}

extension AccessRow {
    private static let seesSystems: Audience = .only([
        .officer, .securityOfficer, .manager, .ciso, .head, .custodian, .auditor, .vendorManager,
        .city,
    ])
    private static let editsSystems: Audience = .only([.officer, .securityOfficer, .custodian])

    /// A row for each route. A route that is not here fails the test.
    static let table: [String: AccessRow] = [
        "GET /": AccessRow(.everyRole),
        "GET /openapi.json": AccessRow(.anybody),
        "GET /healthz": AccessRow(.anybody),
        "POST /preferences": AccessRow(.anybody, gives: 303),
        "GET /sign-in": AccessRow(.anybody),
        "POST /sign-in": AccessRow(.anybody, gives: 422),
        "POST /sign-out": AccessRow(.anybody, gives: 303),
        "GET /links/:token": AccessRow(.anybody, gives: 404),
        "POST /links/:token": AccessRow(.anybody, gives: 404),

        "GET /account": AccessRow(.everyRole, gives: 303),
        "GET /account/sessions": AccessRow(.everyRole),
        "POST /account/sessions/:id/end": AccessRow(.everyRole, gives: 404),
        "GET /account/password": AccessRow(.everyRole),
        "POST /account/password": AccessRow(.everyRole, gives: 422),
        "GET /account/deputies": AccessRow(.everyRole),
        "POST /account/deputies": AccessRow(.everyRole, gives: 409),
        "POST /account/deputies/:id/end": AccessRow(.everyRole, gives: 404),
        "GET /seats": AccessRow(.everyRole),
        "POST /seats": AccessRow(.everyRole, gives: 404),

        "GET /systems": AccessRow(seesSystems),
        "GET /systems/bin": AccessRow(seesSystems),
        "GET /systems/new": AccessRow(editsSystems),
        "POST /systems": AccessRow(editsSystems, gives: 422),
        "GET /systems/:id": AccessRow(seesSystems, .recordToSee),
        "GET /systems/:id/history": AccessRow(seesSystems, .recordToSee),
        "GET /systems/:id/edit": AccessRow(editsSystems, .recordToWrite),
        "POST /systems/:id": AccessRow(editsSystems, .recordToWrite, gives: 303),
        "GET /systems/:id/fields/:field": AccessRow(editsSystems, .recordToWrite),
        "POST /systems/:id/fields/:field": AccessRow(editsSystems, .recordToWrite, gives: 303),
        "POST /systems/:id/removal": AccessRow(editsSystems, .recordToWrite, gives: 303),
        "POST /systems/:id/restoration": AccessRow(editsSystems, .recordToWrite, gives: 303),

        "GET /api/v1/systems": AccessRow(seesSystems),
        "POST /api/v1/systems": AccessRow(editsSystems, gives: 422),
        "GET /api/v1/systems/:id": AccessRow(seesSystems, .recordToSee),
        "GET /api/v1/systems/:id/history": AccessRow(seesSystems, .recordToSee),
        "PATCH /api/v1/systems/:id": AccessRow(editsSystems, .recordToWrite),
        "DELETE /api/v1/systems/:id": AccessRow(editsSystems, .recordToWrite, gives: 204),
        "POST /api/v1/systems/:id/restoration": AccessRow(editsSystems, .recordToWrite),
    ]
}
