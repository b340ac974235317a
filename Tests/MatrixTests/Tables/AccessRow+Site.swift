extension AccessRow {
    private static let seesBoard: Audience = .only([
        .officer, .securityOfficer, .manager, .ciso, .head, .auditor, .city,
    ])

    /// The places of the site itself.
    static let site: [String: AccessRow] = [
        "GET /": AccessRow(.everyRole),
        "GET /search": AccessRow(.everyRole),
        "GET /calendar": AccessRow(calendarReaders),
        "GET /calendar/download": AccessRow(calendarReaders),
        "GET /brief": AccessRow(calendarReaders),
        "GET /changes": AccessRow(calendarReaders),
        "GET /board": AccessRow(seesBoard),
        "GET /board/all": AccessRow(seesBoard),
        "GET /board/all/export": AccessRow(seesBoard),
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
    ]

    private static let calendarReaders = Audience.only([
        .officer, .securityOfficer, .manager, .ciso, .head, .custodian, .auditor, .city,
    ])
}
