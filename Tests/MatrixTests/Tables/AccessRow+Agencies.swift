import Access

extension AccessRow {
    static let agencies = register("agency-kinds", sees: [.city], edits: [.city])
        .merging([
            "GET /agencies": AccessRow(.everyRole),
            "GET /agencies/new": manages(.caller),
            "POST /agencies": manages(.caller, gives: 422),
            "GET /agencies/:id": AccessRow(.everyRole, .recordToSee),
            "POST /agencies/:id/level-removal": manages(.recordToSee, gives: 404),
            "GET /agency-contacts": AccessRow(.only([.officer, .securityOfficer])),
            "POST /agency-contacts": AccessRow(.only([.officer, .securityOfficer]), gives: 422),

            "GET /api/v1/agencies": AccessRow(.everyRole),
            "GET /api/v1/agencies/:id": AccessRow(.everyRole, .recordToSee),
            "POST /api/v1/agencies": manages(.caller, gives: 422),
            "POST /api/v1/agencies/:id/levels": manages(.recordToSee, gives: 422),
            "PATCH /api/v1/agencies/:id": manages(.recordToSee),
            "POST /api/v1/agencies/:id/renaming": manages(.recordToSee, gives: 422),
            "POST /api/v1/agencies/:id/superior": manages(.recordToSee, gives: 422),
            "POST /api/v1/agencies/:id/end": manages(.recordToSee, gives: 422),
            "GET /api/v1/agency-count": AccessRow(.everyRole),
            "GET /agencies/:id/history": AccessRow(.everyRole, .recordToSee),
            "GET /api/v1/agencies/:id/history": AccessRow(.everyRole, .recordToSee),
            "GET /api/v1/agencies/:id/contacts": AccessRow(.everyRole, .recordToSee),
            "PUT /api/v1/agency-contacts":
                AccessRow(.only([.officer, .securityOfficer]), gives: 422),
        ]) { $1 }
        .merging(acts) { $1 }
        .merging(letters) { $1 }
        .merging(exchanged("agencies", sees: .everyRole, edits: .only([.city]))) { $1 }

    /// Every act on an agency has its page and its form; what the form lacks is said.
    private static let acts = ["levels", "edit", "renaming", "superior", "end"]
        .reduce(into: [String: AccessRow]()) { rows, act in
            rows["GET /agencies/:id/\(act)"] = manages(.recordToSee)
            rows["POST /agencies/:id/\(act)"] = manages(.recordToSee, gives: 422)
        }

    /// The letters about an agency; the city adds them to every agency.
    private static let letters: [String: AccessRow] = [
        "POST /agencies/:id/evidence": manages(.recordToSee, gives: 422),
        "GET /agencies/:id/evidence/:file": AccessRow(.everyRole, .recordToSee, gives: 404),
        "POST /agencies/:id/evidence/:file/withdrawal": manages(.recordToSee, gives: 404),
        "POST /agencies/:id/evidence/:file/restoration": manages(.recordToSee, gives: 404),
        "GET /api/v1/agencies/:id/evidence": AccessRow(.everyRole, .recordToSee),
        "POST /api/v1/agencies/:id/evidence": manages(.recordToSee, gives: 422),
        "GET /api/v1/agencies/:id/evidence/:file":
            AccessRow(.everyRole, .recordToSee, gives: 404),
    ]

    private static func manages(_ subject: Subject, gives: Int = 200) -> AccessRow {
        AccessRow(.only([.city]), subject, gives: gives)
    }
}

extension AccessRow {
    /// A list that is no register, as a spreadsheet.
    static func exchanged(_ path: String, sees: Audience, edits: Audience) -> [String: AccessRow] {
        [
            "GET /\(path)/export": AccessRow(sees),
            "GET /\(path)/imports/new": AccessRow(edits),
            "POST /\(path)/imports": AccessRow(edits, gives: 422),
            "GET /\(path)/imports/:import": AccessRow(edits, gives: 404),
            "POST /\(path)/imports/:import": AccessRow(edits, gives: 404),
            "GET /\(path)/imports/:import/preview": AccessRow(edits, gives: 404),
            "POST /\(path)/imports/:import/start": AccessRow(edits, gives: 404),
            "GET /\(path)/imports/:import/rest": AccessRow(edits, gives: 404),
            "POST /\(path)/changes/:entry/undo": AccessRow(edits, gives: 404),
            "POST /api/v1/\(path)/imports": AccessRow(edits, gives: 400),
            "POST /api/v1/\(path)/changes/:entry/undo": AccessRow(edits, gives: 404),
        ]
    }
}
