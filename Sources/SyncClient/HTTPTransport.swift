import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// The real network. Follows no redirect, unpacks nothing, reads no more than allowed, waits no longer than told.
public final class HTTPTransport: Sendable {
    private let client: HTTPClient
    private let total: Duration

    /// - Parameters:
    ///   - connect: How long a connection may take to stand.
    ///   - total: How long a whole exchange may take.
    public init(connect: Duration = .seconds(10), total: Duration = .seconds(60)) {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow, decompression: .disabled)
        configuration.timeout = .init(connect: TimeAmount(connect), read: TimeAmount(total))
        configuration.httpVersion = .http1Only
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        self.total = total
    }

    /// Sends one request.
    public func exchange(_ request: HTTPRequestValue) async throws(NetworkFailure) -> HTTPResponseValue {
        do {
            return try await perform(request)
        } catch let failure as NetworkFailure {
            throw failure
        } catch {
            throw NetworkFailure(error)
        }
    }

    /// Closes all connections. Must be called once before the transport is let go.
    public func shutdown() async throws {
        try await client.shutdown()
    }

    private func perform(_ request: HTTPRequestValue) async throws -> HTTPResponseValue {
        var message = HTTPClientRequest(url: request.url)
        message.method = .init(rawValue: request.method)
        for (name, value) in request.headers { message.headers.add(name: name, value: value) }
        if !request.body.isEmpty { message.body = .bytes(ByteBuffer(bytes: request.body)) }
        let reply = try await client.execute(message, timeout: TimeAmount(total))
        let body = try await reply.body.collect(upTo: request.maximumReplyBytes)
        var headers: [String: String] = [:]
        for (name, value) in reply.headers { headers[name.lowercased()] = value }
        return HTTPResponseValue(status: Int(reply.status.code), headers: headers, body: Data(body.readableBytesView))
    }
}

extension NetworkFailure {
    init(_ error: any Error) {
        switch error {
        case let error as HTTPClientError: self.init(error)
        case is NIOTooManyBytesError: self = .tooLong
        case is CancellationError: self = .cancelled
        case is HTTPParserError: self = .cut
        default: self = .unreachable(String(describing: error))
        }
    }

    private init(_ error: HTTPClientError) {
        if [.deadlineExceeded, .readTimeout, .writeTimeout].contains(error) {
            self = .timedOut
        } else if error == .remoteConnectionClosed {
            self = .cut
        } else if error == .cancelled {
            self = .cancelled
        } else {
            self = .unreachable(error.description)
        }
    }
}
