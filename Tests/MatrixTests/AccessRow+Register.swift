import Access

extension AccessRow {
    /// The rows of a register: the same acts everywhere, for the roles that see and edit it.
    static func register(
        _ path: String, sees seeing: Set<Role>, edits editing: Set<Role>
    ) -> [String: AccessRow] {
        let sees = Audience.only(seeing)
        let edits = Audience.only(editing)
        return [
            "GET /\(path)": AccessRow(sees),
            "GET /\(path)/bin": AccessRow(sees),
            "GET /\(path)/as-of": AccessRow(sees),
            "GET /\(path)/as-of/export": AccessRow(sees),
            "GET /\(path)/new": AccessRow(edits),
            "POST /\(path)": AccessRow(edits, gives: 422),
            "GET /\(path)/export": AccessRow(sees),
            "POST /\(path)/bulk": AccessRow(edits, gives: 303),
            "POST /\(path)/bulk/preview": AccessRow(edits, gives: 400),
            "POST /\(path)/bulk/change": AccessRow(edits, gives: 400),
            "GET /\(path)/imports/new": AccessRow(edits),
            "POST /\(path)/imports": AccessRow(edits, gives: 422),
            "GET /\(path)/imports/:import": AccessRow(edits, gives: 404),
            "POST /\(path)/imports/:import": AccessRow(edits, gives: 404),
            "GET /\(path)/imports/:import/preview": AccessRow(edits, gives: 404),
            "POST /\(path)/imports/:import/start": AccessRow(edits, gives: 404),
            "GET /\(path)/imports/:import/rest": AccessRow(edits, gives: 404),
            "POST /\(path)/changes/:entry/undo": AccessRow(edits, gives: 404),
            "GET /\(path)/:id": AccessRow(sees, .recordToSee),
            "GET /\(path)/:id/history": AccessRow(sees, .recordToSee),
            "GET /\(path)/:id/edit": AccessRow(edits, .recordToWrite),
            "POST /\(path)/:id": AccessRow(edits, .recordToWrite, gives: 303),
            "GET /\(path)/:id/fields/:field": AccessRow(edits, .recordToWrite),
            "POST /\(path)/:id/fields/:field": AccessRow(edits, .recordToWrite, gives: 303),
            "POST /\(path)/:id/removal": AccessRow(edits, .recordToWrite, gives: 303),
            "POST /\(path)/:id/restoration": AccessRow(edits, .recordToWrite, gives: 303),

            "GET /api/v1/\(path)": AccessRow(sees),
            "POST /api/v1/\(path)": AccessRow(edits, gives: 422),
            "GET /api/v1/\(path)/:id": AccessRow(sees, .recordToSee),
            "GET /api/v1/\(path)/:id/history": AccessRow(sees, .recordToSee),
            "PATCH /api/v1/\(path)/:id": AccessRow(edits, .recordToWrite),
            "DELETE /api/v1/\(path)/:id": AccessRow(edits, .recordToWrite, gives: 204),
            "POST /api/v1/\(path)/:id/restoration": AccessRow(edits, .recordToWrite),
            "POST /api/v1/\(path)/imports": AccessRow(edits, gives: 400),
            "POST /api/v1/\(path)/changes/:entry/undo": AccessRow(edits, gives: 404),
        ].merging(files(path, sees: sees, edits: edits)) { one, _ in one }
    }

    /// The rows of the files of a record.
    static func files(
        _ path: String, sees: Audience, edits: Audience
    ) -> [String: AccessRow] {
        [
            "POST /\(path)/:id/evidence": AccessRow(edits, .recordToWrite, gives: 422),
            "GET /\(path)/:id/evidence/:file": AccessRow(sees, .recordToSee, gives: 404),
            "POST /\(path)/:id/evidence/:file/withdrawal":
                AccessRow(edits, .recordToWrite, gives: 404),
            "POST /\(path)/:id/evidence/:file/restoration":
                AccessRow(edits, .recordToWrite, gives: 404),

            "GET /api/v1/\(path)/:id/evidence": AccessRow(sees, .recordToSee),
            "POST /api/v1/\(path)/:id/evidence": AccessRow(edits, .recordToWrite, gives: 422),
            "GET /api/v1/\(path)/:id/evidence/:file": AccessRow(sees, .recordToSee, gives: 404),
        ]
    }
}
