import Foundation
import Logging
import Testing

@testable import Web

/// What the server makes of the host that a request names, asked over a connection as it is: test
/// clients and libraries do not send what is wrong.
@Suite struct HostTests {
    @Test(arguments: [
        ("Host: plan.test\r\n", 200), ("Host: plan.test\r\nHost: evil.test\r\n", 400),
        ("Host: plan.test\r\nhost: plan.test\r\n", 400), ("", 400), ("Host:\r\n", 400),
    ])
    func `a request that names no host or several is refused`(
        _ hosts: String, _ status: Int
    ) async throws {
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        let site = try TestSite().site
        let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = site.server(host: "127.0.0.1", port: 0, logger: quiet) { running.yield($0) }
        let serving = Task { try await server.run() }
        let port = try #require(await ports.first { _ in true })

        let style = try #require(site.reception.files["site.css"]).text
        for place in ["/open", style] {
            let answer = try await Self.answer(
                to: "GET \(place) HTTP/1.1\r\n\(hosts)Connection: close\r\n\r\n", at: port)
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(place)")
        }
        serving.cancel()
        _ = await serving.result
    }

    /// What comes back until the server closes the connection. It is waited for on a thread of its
    /// own, for the server needs the others.
    private static func answer(to request: String, at port: Int) async throws -> String {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(with: Result { try ask(request, at: port) })
            }
        }
    }

    private static func ask(_ request: String, at port: Int) throws -> String {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(connection) }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(
            connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(connected == 0)
        let handle = FileHandle(fileDescriptor: connection)
        try handle.write(contentsOf: Data(request.utf8))
        return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    }
}
