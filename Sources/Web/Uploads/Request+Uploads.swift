import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The fields and the files of a form that sends files.
    ///
    /// Only who is signed in sends files, and only from a form of the session: a stranger fills no
    /// disk.
    ///
    /// - Throws: `WebRefusal` beyond a limit, or where the content is not what a browser writes.
    func uploads(within limits: UploadLimits, for visit: Visit) async throws -> Visit.Content {
        guard visit.caller != nil else { throw WebRefusal.signedOut }
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limits.bytes {
            throw WebRefusal.tooLarge
        }
        guard let boundary else { throw WebRefusal.brokenUpload }
        var reader = MultipartReader(boundary: boundary, limits: limits)
        var desk = UploadDesk(limits: limits) { try FormToken.check(self, visit, $0) }
        let pace = Pace(startedAt: .now, limits: limits)
        var bytes = 0
        var pieces = body.makeAsyncIterator()
        while let piece = try await pieces.received() {
            bytes += piece.readableBytes
            guard bytes <= limits.bytes else { throw WebRefusal.tooLarge }
            try pace.check(bytes, at: .now)
            try piece.withUnsafeReadableBytes { piece in
                try reader.take(piece) { try desk.receive($0) }
            }
        }
        guard reader.isDone else { throw WebRefusal.brokenUpload }
        return .upload(desk.fields, desk.files)
    }

    /// The line that stands between the parts (RFC 2046 §5.1.1); `nil` where it is none.
    private var boundary: String? {
        let type = headers[.contentType] ?? ""
        guard
            let match = type.firstMatch(
                of: /;\s*boundary=(?:"([^"]*)"|([^";\s]*))\s*(?:;|$)/.ignoresCase())
        else { return nil }
        let text = match.1 ?? match.2 ?? ""
        guard
            text.wholeMatch(of: /[0-9A-Za-z'()+_,\-.\/:=? ]{0,69}[0-9A-Za-z'()+_,\-.\/:=?]/) != nil
        else { return nil }
        return String(text)
    }
}
