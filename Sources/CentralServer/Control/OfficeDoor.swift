import AsyncHTTPClient
import Foundation
import GRDB
import Logging
import NIOCore
import NIOHTTP1

/// Has a command carried out by the office of a data directory: by the running one if it runs, else right here.
public struct OfficeDoor: Sendable {
    let settings: Settings
    let logger: Logger
    let now: @Sendable () -> Date

    public init(settings: Settings, logger: Logger, now: @escaping @Sendable () -> Date) {
        (self.settings, self.logger, self.now) = (settings, logger, now)
    }

    /// The command's answer, JSON.
    public func perform(_ command: OfficeCommand) async throws -> Data {
        let directory = DataDirectory(path: settings.dataDirectory)
        try directory.make()
        guard let hold = try directory.hold() else { return try await ask(command, at: directory.socket) }
        let store = try OfficeStore.open(at: directory.database)
        let office = try await Office(settings: settings, store: store, logger: logger, now: now)
        let answer = try await OfficeDesk(office: office).perform(command)
        try store.database.close()
        withExtendedLifetime(hold) {}
        return answer
    }

    private func ask(_ command: OfficeCommand, at socket: String) async throws -> Data {
        let absolute = URL(fileURLWithPath: socket).path
        let path = socket.utf8.count < absolute.utf8.count ? socket : absolute
        guard let url = URL(httpURLWithSocketPath: path, uri: "/command") else {
            throw CommandFailure(.unavailable, "the running office cannot be reached")
        }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = .POST
        request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(command)))
        return try await send(request)
    }

    /// Asks once: an office that runs listens, so one that does not answer at once is not there.
    private func send(_ request: HTTPClientRequest) async throws -> Data {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
            let response: HTTPClientResponse
            do { response = try await client.execute(request, timeout: .seconds(120)) } catch {
                throw CommandFailure(.unavailable, "another process holds the data directory and takes no commands")
            }
            let body = Data((try await response.body.collect(upTo: 16 * 1024 * 1024)).readableBytesView)
            guard response.status == .ok else { throw try JSONDecoder().decode(CommandFailure.self, from: body) }
            return body
        }
    }
}
