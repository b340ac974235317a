import Access

extension AccessRow {
    private static let inventoryReaders: Set<Role> = [
        .officer, .securityOfficer, .manager, .ciso, .head, .custodian, .auditor, .vendorManager,
        .city,
    ]
    private static let inventoryWriters: Set<Role> = [.officer, .securityOfficer, .custodian]
    private static let inventorySigners: Set<Role> = [.manager, .ciso, .head]

    private static let inventoryTellers = Set(Role.allCases).subtracting([.operator])

    static let inventory =
        register("assets", sees: inventoryReaders, edits: inventoryWriters)
        .merging(register("asset-kinds", sees: inventoryReaders, edits: inventoryWriters)) {
            one, _ in one
        }
        .merging(stockTakes) { one, _ in one }

    private static let stockTakes: [String: AccessRow] = {
        let sees = Audience.only(inventoryReaders)
        let edits = Audience.only(inventoryWriters)
        let signs = Audience.only(inventorySigners)
        return [
            "GET /assets/:id/correction": AccessRow(edits, .recordToWrite),
            "POST /assets/:id/correction": AccessRow(edits, .recordToWrite, gives: 303),
            "GET /assets/labels": AccessRow(sees),
            // Nothing is chosen.
            "POST /assets/labels/marks": AccessRow(edits, gives: 422),
            "GET /asset-notices": AccessRow(.only(inventoryTellers)),
            "POST /asset-notices": AccessRow(.only(inventoryTellers), gives: 422),
            "GET /asset-notices/:id": AccessRow(sees, .recordToWrite),
            // No reason is given.
            "POST /asset-notices/:id/settlement": AccessRow(edits, .recordToWrite, gives: 422),
            "POST /asset-notices/:id/evidence": AccessRow(edits, .recordToWrite, gives: 422),
            "GET /asset-notices/:id/evidence/:file":
                AccessRow(edits, .recordToWrite, gives: 404),
            "POST /asset-notices/:id/evidence/:file/withdrawal":
                AccessRow(edits, .recordToWrite, gives: 404),
            "POST /asset-notices/:id/evidence/:file/restoration":
                AccessRow(edits, .recordToWrite, gives: 404),
            "GET /api/v1/asset-notices/:id/evidence": AccessRow(edits, .recordToWrite),
            "POST /api/v1/asset-notices/:id/evidence":
                AccessRow(edits, .recordToWrite, gives: 422),
            "GET /api/v1/asset-notices/:id/evidence/:file":
                AccessRow(edits, .recordToWrite, gives: 404),
            "GET /stock-takes": AccessRow(sees),
            "POST /stock-takes": AccessRow(edits, gives: 422),
            "GET /stock-takes/:id": AccessRow(sees, .recordToSee),
            "GET /stock-takes/:id/differences": AccessRow(sees, .recordToSee),
            "GET /stock-takes/:id/sheet": AccessRow(sees, .recordToSee),
            // No day is given.
            "POST /stock-takes/:id/schedule": AccessRow(edits, .recordToWrite, gives: 422),
            // Nothing is chosen.
            "POST /stock-takes/:id/confirmation": AccessRow(edits, .recordToWrite, gives: 422),
            // Nothing was confirmed.
            "POST /stock-takes/:id/changes/:entry/undo":
                AccessRow(edits, .recordToWrite, gives: 404),
            "POST /stock-takes/:id/signature": AccessRow(signs, .recordToWrite, gives: 303),
            // No day is given.
            "POST /stock-takes/:id/sheet-signature": AccessRow(edits, .recordToWrite, gives: 422),
            // It is not signed.
            "POST /stock-takes/:id/reopening": AccessRow(signs, .recordToWrite, gives: 409),

            "GET /api/v1/assets/labels": AccessRow(sees),
            "POST /api/v1/assets/labels/marks": AccessRow(edits, gives: 422),
            "GET /api/v1/asset-notices": AccessRow(.only(inventoryTellers)),
            "POST /api/v1/asset-notices": AccessRow(.only(inventoryTellers), gives: 422),
            "GET /api/v1/asset-notices/:id": AccessRow(edits, .recordToWrite),
            "POST /api/v1/asset-notices/:id/settlement":
                AccessRow(edits, .recordToWrite, gives: 422),

            "GET /api/v1/stock-takes": AccessRow(sees),
            "POST /api/v1/stock-takes": AccessRow(edits, gives: 422),
            "GET /api/v1/stock-takes/:id": AccessRow(sees, .recordToSee),
            "GET /api/v1/stock-takes/:id/assets": AccessRow(sees, .recordToSee),
            "POST /api/v1/stock-takes/:id/schedule": AccessRow(edits, .recordToWrite),
            "POST /api/v1/stock-takes/:id/confirmation":
                AccessRow(edits, .recordToWrite, gives: 422),
            // Nothing was confirmed.
            "POST /api/v1/stock-takes/:id/changes/:entry/undo":
                AccessRow(edits, .recordToWrite, gives: 404),
            "POST /api/v1/stock-takes/:id/sheet-signature":
                AccessRow(edits, .recordToWrite, gives: 422),
        ].merging(files("stock-takes", sees: sees, edits: edits)) { one, _ in one }
    }()
}
