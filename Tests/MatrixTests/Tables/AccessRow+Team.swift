import Access

extension AccessRow {
    static let team = kept("team").merging(kept("team-groups")) { $1 }
        .merging(kept("ciso-appointments")) { $1 }
        .merging(kept("certificates")) { $1 }
        .merging([
            "POST /team/confirmation": AccessRow(.only(editors), gives: 303),
            "POST /team/:id/confirmation": AccessRow(.only(editors), .recordToWrite, gives: 303),
            "POST /api/v1/team/confirmation": AccessRow(.only(editors)),
            "POST /api/v1/team/:id/confirmation": AccessRow(.only(editors), .recordToWrite),
            "GET /ciso-gaps": AccessRow(.only(readers)),
        ]) { $1 }

    private static let editors: Set<Role> = [.officer, .securityOfficer]
    private static let readers: Set<Role> = [
        .officer, .securityOfficer, .manager, .ciso, .head, .auditor, .city,
    ]

    private static func kept(_ path: String) -> [String: AccessRow] {
        register(path, sees: readers, edits: editors)
    }
}
