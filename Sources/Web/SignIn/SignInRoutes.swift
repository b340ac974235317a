import Access
import HTML
import Kernel

/// The way in and the way out.
package struct SignInRoutes: Sendable {
    let signIn: SignIn
    let demonstration: [DemonstrationVisitor]

    /// - Parameter demonstration: whom a click signs in; none but on a demonstration city, whose
    ///   `SignInRule` accepts it.
    package init(signIn: SignIn, demonstration: [DemonstrationVisitor] = []) {
        self.signIn = signIn
        self.demonstration = demonstration
    }

    package var routes: [Route] {
        let own = [
            Route(.get, "/sign-in", .open, ask),
            Route(.post, "/sign-in", .open, enter),
            Route(.post, "/sign-out", .open, leave),
        ]
        return demonstration.isEmpty
            ? own : own + [Route(.post, "/sign-in/demonstration", .open, demonstrate)]
    }

    private func ask(_ request: WebRequest) throws -> Answer {
        .page(SignInPage(next: try request.query["next"], demonstration: demonstration).page)
    }

    private func enter(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        do {
            let token = try await signIn.enter(
                account: form["account"], password: Password(form.first("password") ?? ""),
                from: request.visitingFrom, replacing: request.sessionToken, now: request.now)
            return signIn.answer(starting: token, at: form["next"])
        } catch let refusal as SignInRefusal {
            let page = SignInPage(
                account: form["account"], next: form["next"], refusal: refusal,
                demonstration: demonstration)
            return .page(page.page).with(refusal.kind.status)
                .askingToWait(refusal.secondsToWait)
        }
    }

    private func demonstrate(_ request: WebRequest) async throws -> Answer {
        let token = try await signIn.demonstrate(
            as: AccountName(try request.form["account"]), from: request.visitingFrom,
            replacing: request.sessionToken, now: request.now)
        return signIn.answer(starting: token, at: "/")
    }

    private func leave(_ request: WebRequest) async throws -> Answer {
        if let token = request.sessionToken { try await signIn.sessions.end(token) }
        return Answer.redirect(to: "/sign-in").endingSession()
            .saying(Toast(Term("已登出", en: "You are signed out")))
    }
}

extension SignIn {
    /// Goes on to a place of this site with a new session.
    func answer(starting token: SessionToken, at place: String) -> Answer {
        Answer.redirect(to: Path(local: place) ?? "/")
            .startingSession(token.text, seconds: rule.session.hours * 3_600)
    }
}
