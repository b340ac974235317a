import Access

extension AccessRow {
    /// The incidents: everybody but the operator reports; few handle; superiors review.
    static let incidents: [String: AccessRow] = {
        let seeing: Set<Role> = [
            .officer, .securityOfficer, .ciso, .head, .manager, .auditor, .city,
        ]
        let reports = Audience.only(seeing.union([.custodian, .vendorManager, .staff]))
        let sees = Audience.only(seeing)
        let handles = Audience.only([.officer, .securityOfficer, .ciso])
        let reviews = Audience.only([.securityOfficer, .ciso, .city])
        var rows = [
            "GET /incidents": AccessRow(reports),
            "GET /incidents/drills": AccessRow(reports),
            "GET /incidents/contacts": AccessRow(reports),
            "GET /incidents/new": AccessRow(reports),
            "POST /incidents": AccessRow(reports, gives: 422),
            "GET /incidents/:id": AccessRow(sees, .recordToSee),
            "GET /incidents/:id/level": AccessRow(handles, .recordToWrite, gives: 303),
            "POST /incidents/:id/level": AccessRow(handles, .recordToWrite, gives: 409),
            "POST /incidents/:id/closure": AccessRow(handles, .recordToWrite, gives: 409),
            "GET /incidents/:id/closure": AccessRow(handles, .recordToWrite),
            "GET /incidents/:id/review": AccessRow(reviews, .recordToReview),
            "POST /incidents/:id/review": AccessRow(reviews, .recordToReview, gives: 422),
            "POST /incidents/:id/authority": AccessRow(reviews, .recordToReview, gives: 409),

            "GET /api/v1/incidents": AccessRow(reports),
            "POST /api/v1/incidents": AccessRow(reports, gives: 422),
            "GET /api/v1/incidents/:id": AccessRow(sees, .recordToSee),
        ]
        for part in [
            "details", "effects", "knowledge", "notification", "containment", "report", "result",
            "steps",
            "withdrawal",
        ] {
            rows["GET /incidents/:id/\(part)"] = AccessRow(handles, .recordToWrite)
            rows["POST /incidents/:id/\(part)"] = AccessRow(handles, .recordToWrite, gives: 422)
        }
        return rows.merging(files("incidents", sees: sees, edits: handles)) { one, _ in one }
    }()
}
