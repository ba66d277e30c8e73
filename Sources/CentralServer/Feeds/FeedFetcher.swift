import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Fetches what a source answers: over the network with a limit of time and size, or from a file beside the list of
/// sources.
struct FeedFetcher: Sendable {
    /// Feeds are small; a larger answer is no feed.
    private static let mostBytes = 2 << 20
    private static let timeLimit = TimeAmount.seconds(15)

    let client: HTTPClient

    /// Why nothing came.
    enum FetchError: Error, Equatable {
        case tooLarge
        case unknownScheme
    }

    func fetch(_ url: URL) async throws -> (status: Int, bytes: [UInt8]) {
        switch url.scheme {
        case "file": return (200, try read(url))
        case "http", "https": return try await ask(url)
        default: throw FetchError.unknownScheme
        }
    }

    private func read(_ file: URL) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        let bytes = try handle.read(upToCount: Self.mostBytes + 1) ?? Data()
        try handle.close()
        guard bytes.count <= Self.mostBytes else { throw FetchError.tooLarge }
        return [UInt8](bytes)
    }

    private func ask(_ url: URL) async throws -> (status: Int, bytes: [UInt8]) {
        let request = HTTPClientRequest(url: url.absoluteString)
        let response = try await client.execute(request, timeout: Self.timeLimit)
        let body = try await response.body.collect(upTo: Self.mostBytes)
        return (Int(response.status.code), Array(body.readableBytesView))
    }
}
