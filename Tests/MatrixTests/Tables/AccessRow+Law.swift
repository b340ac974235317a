import Access

extension AccessRow {
    /// The law is the same for everybody who sees duties; only the city's office changes it.
    static let law: [String: AccessRow] = {
        let sees = Audience.only([
            .officer, .securityOfficer, .manager, .ciso, .head, .auditor, .custodian, .city,
        ])
        let manages = Audience.only([.city])
        return [
            "GET /law": AccessRow(sees),
            "GET /law/changes": AccessRow(sees),
            "GET /law/rules/:kind/:rule": AccessRow(sees),
            "POST /law/rules/:kind/:rule/confirmation": AccessRow(manages, gives: 422),
            "POST /law/rules/:kind/:rule/confirmation/withdrawal": AccessRow(manages, gives: 404),
            "GET /law/city-duties": AccessRow(sees),
            "POST /law/city-duties": AccessRow(manages, gives: 422),
            "POST /law/city-duties/:duty/withdrawal": AccessRow(manages, gives: 404),
            "GET /law/calendars": AccessRow(sees),
            "GET /law/calendars/:year": AccessRow(sees),
            "POST /law/calendars": AccessRow(manages, gives: 422),
            "POST /law/calendars/preview": AccessRow(manages, gives: 422),
            "POST /law/calendars/:year/removal": AccessRow(manages, gives: 404),
        ]
    }()
}
