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
            #"{"error":{"code":"xml-documentType","permanent":false},"outcome":"failed"}"#
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

/// Every line of the samples' manifest that a format here reads comes out as its kind says.
@Suite struct ManifestTests {
    private static func format(_ file: String) -> FeedFormat? {
        if file.contains("ncst") { return .kmaNowcast }
        let folders: [Substring: FeedFormat] = [
            "kma": .kmaVillage, "tago": .tagoArrivals, "rss": .rss, "airkorea": .airKorea, "kma_warning": .kmaWarnings,
            "seoul_bus": .seoulBus, "gbis": .gyeonggiBus, "cap": .cap, "dsms": .disasterText,
        ]
        return file.split(separator: "/").first.flatMap { folders[$0] }
    }

    @Test func `every sample comes out as its kind says`() throws {
        let generated = ["kma/hostile_deep.json", "rss/hostile_deep.xml", "rss/hostile_attributes.xml"]
        // Prose, not events; repaired; and three replies whose name says failure though their kind says normal.
        let exceptions = [
            "kma_warning/pwnstatus_normal.json": "failed", "rss/control_chars.xml": "value",
            "seoul_bus/empty_4.xml": "empty", "seoul_bus/error_7.xml": "failed",
            "seoul_bus/hostile_entities.xml": "failed", "kma/error_nodata_03.json": "empty",
            "kma/error_nodata_03.xml": "empty",
            // Read here, judged by the ledger.
            "cap/15_polygon_bad.xml": "value", "cap/21_cancel_other_sender.xml": "value",
            "cap/28_huge_text.xml": "value", "dsms/hostile.json": "value",
        ]
        let manifest = String(decoding: try FeedSamples.bytes("MANIFEST.tsv"), as: UTF8.self)
        var seen = 0
        for line in manifest.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t")
            let file = String(columns[0])
            guard !generated.contains(file) else { continue }
            let kinds = [
                "normal": "value", "missing": "value", "empty": "empty", "error": "failed", "hostile": "failed",
            ]
            let expected = exceptions[file] ?? kinds[String(columns[2])]
            let format = try #require(Self.format(file))
            let found =
                switch try FeedSamples.parse(file, as: format) {
                case .ok, .partial: "value"
                case .empty: "empty"
                case .failed: "failed"
                }
            #expect(found == expected, "\(file)")
            seen += 1
        }
        #expect(seen == 84)
    }
}
