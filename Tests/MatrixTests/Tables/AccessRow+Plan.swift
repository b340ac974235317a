import Access

extension AccessRow {
    /// The plan's pages, and the clauses that agencies add.
    static let plan: [String: AccessRow] = [
        "GET /plan": AccessRow(.only(planReaders)),
        "GET /plan/:chapter": AccessRow(.only(planReaders)),
        "GET /plan/citations": AccessRow(.only(planReaders)),
        "GET /plan/requirements": AccessRow(.only(planReaders)),
        "GET /plan/versions": AccessRow(.only(planReaders)),
        "POST /plan/versions": AccessRow(.only([.city]), gives: 422),
        "GET /plan/versions/:id": AccessRow(.only(planReaders)),
        "GET /plan/versions/:id/differences": AccessRow(.only(planReaders)),
        // The version is the city's; an agency's own are tested apart.
        "POST /plan/versions/:id/withdrawal": AccessRow(.only([.city]), gives: 303),
        "POST /plan/versions/:id/restoration": AccessRow(.only([.city]), gives: 303),
        "GET /plan/imports/new": AccessRow(.only([.securityOfficer, .ciso, .city])),
        "POST /plan/imports": AccessRow(.only([.securityOfficer, .ciso, .city]), gives: 422),
        "GET /papers": AccessRow(.only(planReaders)),
        "GET /papers/paper.css": AccessRow(.only(planReaders)),
        // Asked for the plan, which shows who is on the team and what systems there are.
        "GET /papers/:paper": AccessRow(
            .only([.officer, .securityOfficer, .manager, .ciso, .head, .auditor, .city])),
    ].merging(
        register(
            "plan-additions", sees: planReaders, edits: [.securityOfficer, .ciso, .city])
    ) { one, _ in one }

    /// Everybody but the operator, who sees no business data.
    private static let planReaders = Set(Role.allCases).subtracting([.operator])
}
