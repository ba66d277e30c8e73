import Hummingbird
import Logging
import NIOCore

/// What the office knows of a request beside its bytes.
public struct OfficeRequestContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The peer's address without its port, for the access log; empty in tests without a socket.
    public let remoteAddress: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
