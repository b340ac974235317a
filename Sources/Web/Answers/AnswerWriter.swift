import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Turns answers into responses: draws the layout, picks the language, marks versions.
struct AnswerWriter: Sendable {
    let layout: Layout
    let isSecure: Bool

    func response(_ answer: Answer, to request: Request, _ visit: Visit) throws -> Response {
        var headers = answer.headers
        for cookie in answer.cookies {
            headers.append(
                HTTPField(name: .setCookie, value: cookie.header(isSecure: isSecure)))
        }
        if isUnchanged(request, answer) {
            return Response(status: .notModified, headers: headers)
        }
        switch answer.body {
        case .nothing:
            return Response(status: answer.status, headers: headers)
        case .page(let page):
            let bytes = layout.bytes(of: page, at: request.uri.path, for: visit)
            return response(answer.status, headers, bytes, Answer.html)
        case .fragment(let html):
            let bytes = html.bytes(for: layout.reader(visit))
            return response(answer.status, headers, bytes, Answer.html)
        case .bytes(let bytes, let type):
            return response(answer.status, headers, bytes, type)
        }
    }

    /// A failure as a page or, for programs, as a problem. Who is not signed in is asked to be, and
    /// comes back afterwards.
    func response(_ failure: Failure, to request: Request, _ visit: Visit) -> Response {
        var headers = HTTPFields()
        if let seconds = failure.secondsToWait { headers[.retryAfter] = String(seconds) }
        if visit.wantsJSON {
            let bytes = (try? JSONContent.encode(Problem(failure, visit))) ?? []
            return response(failure.status, headers, bytes, "application/problem+json")
        }
        if failure.isSignedOut {
            let next = request.isSafe ? request.head.path : nil
            let place = layout.shell.signIn.with("next", next == "/" ? nil : next)
            return Response(status: .seeOther, headers: [.location: place.text])
        }
        let sender = request.isSafe ? nil : request.headers[.referer]
        let back = FailurePage.back(to: sender, from: request.uri.path)
        let page = FailurePage(failure: failure, number: visit.id, back: back).page
        let bytes = layout.bytes(of: page, at: request.uri.path, for: visit)
        return response(failure.status, headers, bytes, Answer.html)
    }

    private func response(
        _ status: HTTPResponse.Status, _ headers: HTTPFields, _ bytes: [UInt8], _ type: String
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func isUnchanged(_ request: Request, _ answer: Answer) -> Bool {
        guard request.isSafe, answer.status == .ok, let known = request.headers[.ifNoneMatch],
            let mark = answer.headers[.eTag].flatMap(EntityTag.init)
        else { return false }
        return mark.isNamed(in: known)
    }
}
