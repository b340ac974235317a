import Access

extension AccessRow {
    static let systems = kept("systems").merging(kept("businesses")) { $1 }
        .merging(kept("circumstances")) { $1 }
        .merging(["POST /systems/grading-review": AccessRow(.only(editors), gives: 303)]) { $1 }

    private static let editors: Set<Role> = [.officer, .securityOfficer, .custodian]

    private static func kept(_ path: String) -> [String: AccessRow] {
        register(
            path,
            sees: [
                .officer, .securityOfficer, .manager, .ciso, .head, .custodian, .auditor,
                .vendorManager, .city,
            ],
            edits: editors)
    }
}
