import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SignageFeed

/// Asks a source over the network, with a limit of time and size.
struct FeedFetcher: Sendable {
    /// Feeds are small; a larger answer is no feed.
    private static let mostBytes = 2 << 20
    private static let timeLimit = TimeAmount.seconds(15)

    /// For the life of the process. It follows no redirects: who asks does, and takes no key to another host.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    func ask(_ question: FeedRequest) async throws -> FeedAnswer {
        var request = HTTPClientRequest(url: question.address.exposed.absoluteString)
        for (name, value) in question.headers { request.headers.add(name: name, value: value) }
        let response = try await Self.client.execute(request, timeout: Self.timeLimit)
        let body = try await response.body.collect(upTo: Self.mostBytes)
        let fields = response.headers
        return FeedAnswer(
            status: Int(response.status.code), bytes: Array(body.readableBytesView),
            validators: FeedValidators(
                entityTag: fields.first(name: "ETag"), lastModified: fields.first(name: "Last-Modified")),
            retryAfter: fields.first(name: "Retry-After"), location: fields.first(name: "Location"))
    }
}
