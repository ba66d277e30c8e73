import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// A request as it came over the wire.
struct ReceivedRequest: Sendable {
    var method: String
    var path: String
    var headers: [String: String]
    var body: Data
}

/// What goes back, faults included.
enum WireAnswer: Sendable {
    case reply(status: Int, headers: [String: String], body: Data)
    /// The head promises more than comes before the connection ends.
    case truncated(status: Int, headers: [String: String], body: Data)
    /// The connection ends without a word.
    case cut
    /// Nothing ever comes.
    case hang
}

/// A real HTTP server on the loopback interface.
final class OfficeServer: Sendable {
    private let channel: any Channel
    let port: Int

    init(answer: @escaping @Sendable (ReceivedRequest) -> WireAnswer) async throws {
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Handler(answer: answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    var url: String { "http://127.0.0.1:\(port)" }

    func stop() async throws { try await channel.close() }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let answer: @Sendable (ReceivedRequest) -> WireAnswer
        private var request: ReceivedRequest?

        init(answer: @escaping @Sendable (ReceivedRequest) -> WireAnswer) { self.answer = answer }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                var headers: [String: String] = [:]
                for (name, value) in head.headers { headers[name.lowercased()] = value }
                request = ReceivedRequest(method: head.method.rawValue, path: head.uri, headers: headers, body: Data())
            case .body(let bytes): request?.body.append(contentsOf: bytes.readableBytesView)
            case .end:
                guard let request else { return }
                send(answer(request), context)
            }
        }

        private func send(_ answer: WireAnswer, _ context: ChannelHandlerContext) {
            switch answer {
            case .reply(let status, let headers, let body):
                write(status, headers, body, length: body.count, context)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            case .truncated(let status, let headers, let body):
                write(status, headers, body, length: body.count * 2 + 10, context)
                context.flush()
                context.close(promise: nil)
            case .cut: context.close(promise: nil)
            case .hang: break
            }
        }

        private func write(
            _ status: Int, _ headers: [String: String], _ body: Data, length: Int, _ context: ChannelHandlerContext
        ) {
            var fields = HTTPHeaders([("Content-Length", "\(length)")])
            for (name, value) in headers { fields.add(name: name, value: value) }
            let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: fields)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        }
    }
}
