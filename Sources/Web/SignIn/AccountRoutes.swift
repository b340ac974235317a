import Access
import HTML
import Kernel

/// A person's own account: where they are signed in, their password, their deputies, their seats.
package struct AccountRoutes: Sendable {
    let signIn: SignIn
    let delegation: Delegation

    package init(signIn: SignIn, delegation: Delegation) {
        self.signIn = signIn
        self.delegation = delegation
    }

    package var routes: [Route] {
        [
            Route(.get, "/account", .needs(.manageOwnAccount)) { _ in
                .redirect(to: AccountPart.sessions.path)
            },
            Route(.get, "/account/sessions", .needs(.manageOwnAccount), sessions),
            Route(.post, "/account/sessions/:id/end", .needs(.manageOwnAccount), endSession),
            Route(.get, "/account/password", .needs(.manageOwnAccount)) { _ in
                .page(PasswordPage().page)
            },
            Route(.post, "/account/password", .needs(.manageOwnAccount), changePassword),
            Route(.get, "/account/deputies", .needs(.manageOwnAccount), deputies),
            Route(.post, "/account/deputies", .needs(.manageOwnAccount), nameDeputy),
            Route(.post, "/account/deputies/:id/end", .needs(.manageOwnAccount), endDeputy),
            Route(.get, "/seats", .needs(.manageOwnAccount), seats),
            Route(.post, "/seats", .needs(.manageOwnAccount), takeSeat),
        ]
    }

    private func sessions(_ request: WebRequest) async throws -> Answer {
        let open = try await signIn.sessions.list(of: request.caller, now: request.now)
        guard let token = request.sessionToken else { throw WebRefusal.signedOut }
        let current = try await signIn.sessions.id(of: token)
        return .page(SessionsPage(sessions: open, current: current).page)
    }

    private func endSession(_ request: WebRequest) async throws -> Answer {
        try await signIn.sessions.revoke(request.parameter("id"), by: request.caller)
        return Answer.redirect(to: AccountPart.sessions.path)
            .saying(Toast(Term("已結束那個登入", en: "That session has ended")))
    }

    private func changePassword(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        guard let token = request.sessionToken else { throw WebRefusal.signedOut }
        func password(_ field: String) -> Password { Password(form.first(field) ?? "") }
        do {
            let renewed = try await PasswordChange(signIn: signIn).make(
                from: password("present"), to: password("password"),
                repeated: password("repeated"), by: request.caller, with: token,
                from: request.visitingFrom, now: request.now)
            return signIn.answer(starting: renewed, at: AccountPart.sessions.path.text)
                .saying(Toast(Term("密碼已更換", en: "Password changed")))
        } catch let refusal as any Refusal {
            return .page(PasswordPage(refusal: refusal).page).with(refusal.kind.status)
        }
    }

    private func seats(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let seats = try await signIn.sessions.seats(of: caller, now: request.now)
        return .page(SeatsPage(seats: seats, caller: caller).page)
    }

    private func takeSeat(_ request: WebRequest) async throws -> Answer {
        guard let token = request.sessionToken else { throw WebRefusal.signedOut }
        let renewed = try await signIn.take(
            try request.form["seat"], from: token, by: request.caller,
            at: request.visitingFrom, now: request.now)
        return signIn.answer(starting: renewed, at: "/")
    }
}

// Deputies.
extension AccountRoutes {
    private func deputies(_ request: WebRequest) async throws -> Answer {
        .page(try await deputiesPage(request, Fields(), nil))
    }

    private func nameDeputy(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        do {
            guard let person = form.value("person", as: PersonID.self) else {
                throw PeopleRefusal.deputyOutside
            }
            let term = try DatedTerm(
                from: form.value("from") ?? request.now.day, until: form.value("until"))
            _ = try await delegation.name(person, during: term, by: request.caller)
            return Answer.redirect(to: AccountPart.deputies.path)
                .saying(Toast(Term("已指定代理人", en: "Deputy named")))
        } catch let refusal as PeopleRefusal {
            return .page(try await deputiesPage(request, form, refusal))
                .with(refusal.kind.status)
        }
    }

    private func endDeputy(_ request: WebRequest) async throws -> Answer {
        try await delegation.end(request.parameter("id"), by: request.caller)
        return Answer.redirect(to: AccountPart.deputies.path)
            .saying(Toast(Term("代理已結束", en: "No longer standing in")))
    }

    private func deputiesPage(
        _ request: WebRequest, _ filled: Fields, _ refusal: PeopleRefusal?
    ) async throws -> Page {
        let deputies = try await delegation.deputies(of: request.caller)
        return DeputiesPage(
            named: deputies.named, choice: deputies.choice, today: request.now.day,
            filled: filled, refusal: refusal
        ).page
    }
}
