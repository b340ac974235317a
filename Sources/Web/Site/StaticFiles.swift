import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// The style sheet, scripts and drawings of the site, held in memory under names that change with
/// their content, so that browsers keep them for good.
struct StaticFiles: Sendable {
    private let byAddress: [String: StaticFile]
    private let addresses: [String: Path]

    /// The site's own files, and those in the directory `fetched`, if there are any.
    init(fetched directory: String?) throws {
        var files = try StaticFile.all(
            in: Bundle.module.url(forResource: "Static", withExtension: nil))
        if let directory {
            files += try StaticFile.all(in: URL(filePath: directory, directoryHint: .isDirectory))
        }
        addresses = Dictionary(files.map { ($0.name, $0.path) }) { $1 }
        byAddress = Dictionary(files.map { ($0.path.text, $0) }) { $1 }
    }

    /// Where the file called `name` is found; `nil` when it was not fetched.
    subscript(_ name: String) -> Path? { addresses[name] }

    /// The file that a request asks for, packed if the browser can unpack.
    func response(to request: Request) -> Response? {
        guard request.isSafe, let file = byAddress[request.uri.path] else { return nil }
        let packed = request.headers[.acceptEncoding]?.contains("gzip") == true ? file.packed : nil
        var headers: HTTPFields = [
            .contentType: file.type, .cacheControl: "public, max-age=31536000, immutable",
            .vary: "Accept-Encoding",
        ]
        if packed != nil { headers[.contentEncoding] = "gzip" }
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: packed ?? file.bytes)))
    }
}

/// One file of the site.
struct StaticFile: Sendable {
    let name: String
    let path: Path
    let type: String
    let bytes: [UInt8]
    /// The same, packed with gzip.
    let packed: [UInt8]?

    init?(at url: URL) throws {
        name = url.lastPathComponent
        guard let type = Self.types[url.pathExtension] else { return nil }
        self.type = type
        bytes = Array(try Data(contentsOf: url))
        packed = bytes.gzipped
        let stem = url.deletingPathExtension().lastPathComponent
        let mark = Digest(of: bytes).bytes.prefix(6).hex
        path = Path("static", "\(stem)-\(mark).\(url.pathExtension)")
    }

    /// The files of a directory that browsers ask for.
    static func all(in directory: URL?) throws -> [StaticFile] {
        guard let directory, FileManager.default.fileExists(atPath: directory.path) else {
            return []
        }
        return try FileManager.default
            .contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
            .compactMap(StaticFile.init(at:))
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
    ]
}
