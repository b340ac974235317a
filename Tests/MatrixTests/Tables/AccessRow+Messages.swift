import Access

extension AccessRow {
    static let messages: [String: AccessRow] = [
        "GET /messages": AccessRow(.everyRole),
        "POST /messages/reading": AccessRow(.everyRole, gives: 303),
        "GET /messages/sent": AccessRow(senders),
        "GET /api/v1/messages/sent": AccessRow(senders),
        "POST /messages/:id/opening": AccessRow(.everyRole, .recordOfReader, gives: 303),
        "POST /messages/:id/reading": AccessRow(.everyRole, .recordOfReader, gives: 303),
    ]

    private static let senders = Audience.only([
        .officer, .securityOfficer, .manager, .ciso, .head, .auditor, .custodian, .city,
    ])
}
