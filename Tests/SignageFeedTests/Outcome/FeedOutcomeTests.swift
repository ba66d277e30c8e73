import Foundation
import Testing

@testable import SignageFeed

@Suite struct FeedOutcomeTests {
    private func json(_ outcome: FeedOutcome<FeedContent>) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(outcome), as: UTF8.self)
    }

    @Test(arguments: [
        (FeedOutcome<FeedContent>.empty, #"{"outcome":"empty"}"#),
        (
            .failed(FeedError(.service("22"), retryAfter: .untilNextKoreanDay)),
            #"{"error":{"code":"service-22","permanent":false,"retryAfter":"untilNextKoreanDay"},"outcome":"failed"}"#
        ),
        (
            .failed(FeedError(.xml(.documentType))),
            #"{"error":{"code":"xml-document-type","permanent":false},"outcome":"failed"}"#
        ),
        (
            .failed(FeedError(.httpStatus(429), retryAfter: .seconds(600))),
            #"{"error":{"code":"http-429","permanent":false,"retryAfter":"600s"},"outcome":"failed"}"#
        ),
    ])
    func `an outcome is written for people and programs`(outcome: FeedOutcome<FeedContent>, expected: String) throws {
        #expect(try json(outcome) == expected)
    }

    @Test func `a partial outcome names its problems`() throws {
        let text = try json(try FeedSamples.parse("tago/missing.json", as: .tagoArrivals))
        #expect(text.contains(#""outcome":"partial""#) && text.contains(#"{"kind":"unusableRow","row":2}"#))
    }
}
