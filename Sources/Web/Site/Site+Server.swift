import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

extension Site {
    /// The site as a service that listens at `host` and `port` until it is stopped.
    ///
    /// The limits on header bytes, idle connections and open connections are the server's own; a
    /// limit of connections for one source is left to the proxy.
    package func server(
        host: String, port: Int, logger: Logger,
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> Application<Site> {
        let limits = settings.limits
        let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
            maxHeaderFieldCount: limits.headerFields)
        return Application(
            responder: self,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Int64(limits.idleSeconds)),
                    httpDecoderConfiguration: decoder)),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    limits.connections, logger: logger)),
            onServerRunning: { await onRunning($0.localAddress?.port ?? port) },
            logger: logger)
    }
}
