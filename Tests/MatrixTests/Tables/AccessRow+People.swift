import Access

extension AccessRow {
    static let people = [
        "GET /people": AccessRow(.only(readers)),
        "GET /people/new": manages(.caller),
        "POST /people": manages(.caller, gives: 422),
        "GET /people/:id": AccessRow(.only(readers), .recordToSee),
        "GET /people/:id/edit": manages(.recordToSee),
        "POST /people/:id": manages(.recordToSee, gives: 303),
        "GET /people/:id/posts": manages(.recordToSee),
        "POST /people/:id/posts": manages(.recordToSee, gives: 422),
        "POST /people/:id/posts/:post/end": manages(.recordToSee, gives: 404),
        "POST /people/:id/account": manages(.recordToSee, gives: 303),
        "POST /people/:id/invitation": manages(.recordToSee),
        "GET /invitations": manages(.caller),
        "POST /invitations": manages(.caller, gives: 409),

        "GET /api/v1/people": AccessRow(.only(readers)),
        "POST /api/v1/people": manages(.caller, gives: 422),
        "GET /api/v1/people/:id": AccessRow(.only(readers), .recordToSee),
        "PATCH /api/v1/people/:id": manages(.recordToSee),
        "POST /api/v1/people/:id/account": manages(.recordToSee, gives: 422),
        "POST /api/v1/people/:id/posts": manages(.recordToSee, gives: 422),
        "POST /api/v1/people/:id/posts/:post/end": manages(.recordToSee, gives: 404),
    ].merging(papers) { $1 }
        .merging(exchanged("people", sees: .only(readers), edits: .only(managers))) { $1 }

    /// The papers about a person; the city adds them for every agency.
    private static let papers: [String: AccessRow] = [
        "POST /people/:id/evidence": manages(.recordToSee, gives: 422),
        "GET /people/:id/evidence/:file": AccessRow(.only(readers), .recordToSee, gives: 404),
        "POST /people/:id/evidence/:file/withdrawal": manages(.recordToSee, gives: 404),
        "POST /people/:id/evidence/:file/restoration": manages(.recordToSee, gives: 404),
        "GET /api/v1/people/:id/evidence": AccessRow(.only(readers), .recordToSee),
        "POST /api/v1/people/:id/evidence": manages(.recordToSee, gives: 422),
        "GET /api/v1/people/:id/evidence/:file":
            AccessRow(.only(readers), .recordToSee, gives: 404),
    ]

    private static let managers: Set<Role> = [.city, .operator]
    private static let readers: Set<Role> = [
        .officer, .securityOfficer, .manager, .ciso, .head, .auditor, .city, .operator,
    ]

    private static func manages(_ subject: Subject, gives: Int = 200) -> AccessRow {
        AccessRow(.only(managers), subject, gives: gives)
    }
}
