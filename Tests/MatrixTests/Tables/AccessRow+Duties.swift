import Access

extension AccessRow {
    static let duties: [String: AccessRow] = {
        let looking: Set<Role> = [
            .officer, .securityOfficer, .manager, .ciso, .head, .auditor, .city,
        ]
        let sees = Audience.only(looking.union([.custodian]))
        let supervises = Audience.only(looking)
        let declares = Audience.only([.officer, .securityOfficer])
        let reminds = Audience.only([.securityOfficer, .ciso, .city])
        let waives = Audience.only([.securityOfficer, .ciso])
        return [
            "GET /duties": AccessRow(sees),
            "GET /duties/:duty": AccessRow(sees),
            "GET /duties/:duty/agencies": AccessRow(supervises),
            "GET /duties/:duty/reminders": AccessRow(supervises),
            "GET /duties/:duty/reminders/new": AccessRow(reminds),
            "POST /duties/:duty/reminders": AccessRow(reminds, gives: 422),
            "POST /duties/:duty/declarations": AccessRow(declares, gives: 422),
            "POST /duties/:duty/waivers": AccessRow(waives, gives: 422),
            "POST /declarations/:id/withdrawal": AccessRow(declares, .recordToWrite, gives: 303),
            "POST /declarations/:id/evidence": AccessRow(declares, .recordToWrite, gives: 422),
            "GET /declarations/:id/evidence/:file": AccessRow(sees, .recordToSee, gives: 404),
            "POST /declarations/:id/evidence/:file/withdrawal":
                AccessRow(declares, .recordToWrite, gives: 404),
            "POST /declarations/:id/evidence/:file/restoration":
                AccessRow(declares, .recordToWrite, gives: 404),
            "POST /waivers/:id/withdrawal": AccessRow(waives, .recordToWrite, gives: 303),
            "GET /api/v1/duties": AccessRow(sees),
        ]
    }()
}
