import Access

extension AccessRow {
    static let systems = kept("systems").merging(kept("businesses")) { $1 }

    private static func kept(_ path: String) -> [String: AccessRow] {
        register(
            path,
            sees: [
                .officer, .securityOfficer, .manager, .ciso, .head, .custodian, .auditor,
                .vendorManager, .city,
            ],
            edits: [.officer, .securityOfficer, .custodian])
    }
}
