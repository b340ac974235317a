import Access

extension AccessRow {
    static let systems = register(
        "systems",
        sees: [
            .officer, .securityOfficer, .manager, .ciso, .head, .custodian, .auditor,
            .vendorManager, .city,
        ],
        edits: [.officer, .securityOfficer, .custodian])
}
