import Access

/// What one route must do for everybody. Reviewed by people; compared with every cell.
struct AccessRow: Sendable {
    /// What the route is about.
    enum Subject: Sendable {
        /// The caller or the site; nothing of another agency is named.
        case caller
        /// One record to look at: the own one and those of agencies below.
        case recordToSee
        /// One record to write: the own one; those below are seen and refused, others are unknown.
        case recordToWrite
        /// One record that a superior judges: those below; one's own is the superior's to judge, but
        /// the city's, which has none.
        case recordToReview
        /// One record of people in an agency; to anybody else, superiors too, it is unknown.
        case recordOfReader
    }

    /// Whom the route is for.
    enum Audience: Sendable {
        case anybody
        case everyRole
        case only(Set<Role>)
    }

    let audience: Audience
    let subject: Subject
    /// The status of success.
    let gives: Int

    init(_ audience: Audience, _ subject: Subject = .caller, gives: Int = 200) {
        self.audience = audience
        self.subject = subject
        self.gives = gives
    }

    func admits(_ role: Role?) -> Bool {
        switch (audience, role) {
        case (.anybody, _): true
        case (.everyRole, let role): role != nil
        case (.only(let roles), let role?): roles.contains(role)
        case (.only, nil): false
        }
    }
}
