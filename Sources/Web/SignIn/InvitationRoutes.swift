import Access
import HTML
import Kernel

/// Links that work once: the set-up of a city, a first password, a new one.
package struct InvitationRoutes: Sendable {
    let invitations: Invitations
    let signIn: SignIn

    package init(signIn: SignIn) {
        self.signIn = signIn
        invitations = Invitations(signIn: signIn)
    }

    package var routes: [Route] {
        [
            Route(.get, "/links/:token", .open, show),
            Route(.post, "/links/:token", .open, accept),
        ]
    }

    /// Where the holder of `token` goes, as `init` prints it and administrators hand it over.
    package static func path(of token: LinkToken) -> Path {
        Path("links", token.text)
    }

    private func show(_ request: WebRequest) async throws -> Answer {
        let token = try token(request)
        let invitation = try await invitations.open(token, now: request.now)
        return .page(InvitationPage(invitation: invitation, path: Self.path(of: token)).page)
    }

    private func accept(_ request: WebRequest) async throws -> Answer {
        let token = try token(request)
        let invitation = try await invitations.open(token, now: request.now)
        let form = try request.form
        do {
            let session = try await use(token, invitation, form, request)
            return signIn.answer(starting: session, at: "/")
                .saying(Toast(Term("密碼已儲存，您已登入", en: "Saved. You are signed in")))
        } catch let refusal as any Refusal {
            let page = InvitationPage(
                invitation: invitation, path: Self.path(of: token), filled: form, refusal: refusal)
            return .page(page.page).with(refusal.kind.status)
        }
    }

    private func use(
        _ token: LinkToken, _ invitation: Invitation, _ form: Fields, _ request: WebRequest
    ) async throws -> SessionToken {
        let password = Password(form.first("password") ?? "")
        let repeated = Password(form.first("repeated") ?? "")
        guard invitation.purpose == .setUp else {
            return try await invitations.accept(
                token, password: password, repeated: repeated, from: request.visitingFrom,
                now: request.now)
        }
        let details = try PersonDetails(
            name: form["name"], account: AccountName(form["account"]), email: form["email"])
        return try await invitations.setUp(
            with: token, details, password: password, repeated: repeated,
            from: request.visitingFrom, now: request.now)
    }

    private func token(_ request: WebRequest) throws -> LinkToken {
        guard let token = LinkToken(try request.parameter("token", as: String.self)) else {
            throw SignInRefusal.linkSpent
        }
        return token
    }
}
