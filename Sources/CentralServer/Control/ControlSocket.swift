import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The door through which the running office takes commands: a socket that only its owner's directory reaches.
public struct ControlSocket: Sendable {
    /// What the kernel allows for a socket's path.
    static let longestPath = 107

    let desk: OfficeDesk
    let path: String
    let logger: Logger

    public init(desk: OfficeDesk, path: String, logger: Logger) {
        (self.desk, self.path, self.logger) = (desk, path, logger)
    }

    /// The service; nothing when the path is too long for a socket. A socket that a killed office left is removed:
    /// the caller holds the data directory.
    public func makeApplication() throws -> (any ApplicationProtocol)? {
        guard path.utf8.count <= Self.longestPath else {
            logger.warning("The data directory's path is too long for commands while the office runs")
            return nil
        }
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        let router = Router()
        router.post("/command") { request, _ in
            try await reply(to: try await request.body.collect(upTo: 64 * 1024))
        }
        return Application(
            router: router, configuration: ApplicationConfiguration(address: .unixDomainSocket(path: path)),
            logger: logger)
    }

    private func reply(to body: ByteBuffer) async throws -> Response {
        let bytes = Data(body.readableBytesView)
        do throws(CommandFailure) {
            return Self.response(.ok, try await desk.perform(try Self.command(bytes)))
        } catch {
            return Self.response(.unprocessableContent, try OfficeDesk.json(error))
        }
    }

    private static func command(_ bytes: Data) throws(CommandFailure) -> OfficeCommand {
        do { return try JSONDecoder().decode(OfficeCommand.self, from: bytes) } catch {
            throw CommandFailure(.badData, "the running office does not know this command: is it of another version?")
        }
    }

    private static func response(_ status: HTTPResponse.Status, _ body: Data) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
