import Foundation
import Testing

@testable import SignageFeed

/// Every sample of the manifest gives what `EXPECTED.json` says of it.
@Suite struct ManifestTests {
    struct Expectation: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        var kind: String
        var status: String
        var code: String?
        var permanent: Bool?
        var count: Int?
        var after: [String]?
        var facts: [String: Fact]?

        var testDescription: String { file }

        /// A value of a report, or null.
        enum Fact: Decodable, Sendable {
            case null
            case bool(Bool)
            case number(Double)
            case string(String)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if container.decodeNil() {
                    self = .null
                } else if let value = try? container.decode(Bool.self) {
                    self = .bool(value)
                } else if let value = try? container.decode(Double.self) {
                    self = .number(value)
                } else {
                    self = .string(try container.decode(String.self))
                }
            }
        }
    }

    private static let site = AlertSite(
        place: .init(latitude: 36.3064, longitude: 127.5715), region: "충청북도 옥천군")

    static let expectations: [Expectation] = {
        do {
            return try JSONDecoder().decode([Expectation].self, from: Data(FeedSamples.bytes("EXPECTED.json")))
        } catch {
            Issue.record("EXPECTED.json cannot be read: \(error)")
            return []
        }
    }()

    private static func report(_ expectation: Expectation) throws -> FeedReport {
        let kind = try #require(FeedReporter.Kind(rawValue: expectation.kind))
        let context = FeedContext(receivedAt: FeedSamples.now, grid: KMAGrid(nx: 71, ny: 100))
        var reporter = FeedReporter(kind, context: context, site: site)
        for earlier in expectation.after ?? [] { _ = reporter.report(earlier, try FeedSamples.bytes(earlier)) }
        return reporter.report(expectation.file, try FeedSamples.bytes(expectation.file))
    }

    @Test(arguments: expectations)
    func `a sample gives its expected outcome`(expectation: Expectation) throws {
        let report = try Self.report(expectation)
        #expect(report.status.rawValue == expectation.status)
        #expect(report.error?.code == expectation.code)
        if let permanent = expectation.permanent { #expect(report.error?.permanent == permanent) }
        if let count = expectation.count { #expect(report.items.count == count) }
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(report))
        for (path, fact) in expectation.facts ?? [:] {
            let found = Self.value(at: path, in: json)
            #expect(Self.isSame(found, fact), "\(path) is \(String(describing: found)) instead of \(fact)")
        }
        for item in report.items {
            if case .string(let headline)? = item["headline"] { #expect(headline.count <= 200) }
            if case .string(let text)? = item["text"] { #expect(text.count <= 4_000) }
        }
    }

    @Test func `the manifest and the expectations speak of the same files, and these are whole`() throws {
        let lines = String(decoding: try FeedSamples.bytes("MANIFEST.tsv"), as: UTF8.self).split(separator: "\n")
        let rows = lines.dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(rows.count == 99 && Set(rows.map { String($0[0]) }) == Set(Self.expectations.map(\.file)))
        for row in rows { #expect(try FeedSamples.bytes(String(row[0])).count == Int(row[1]), "\(row[0])") }
    }

    @Test func `XML and JSON of one forecast give one report`() throws {
        let same = try Self.expectations.filter { $0.file.hasPrefix("kma/vilage_normal.") }.map(Self.report)
        #expect(same.count == 2 && same[0].items == same[1].items)
    }

    /// `items.0.pm10.value`, `items[id=7].published`
    private static func value(at path: String, in json: Any) -> Any? {
        path.split(separator: ".").reduce(json as Any?) { found, step in
            if let index = Int(step) {
                let list = found as? [Any] ?? []
                return list.indices.contains(index) ? list[index] : nil
            }
            let parts = step.split { "[=]".contains($0) }.map(String.init)
            let member = (found as? [String: Any])?[parts[0]]
            guard parts.count == 3 else { return member }
            return (member as? [[String: Any]])?.first { $0[parts[1]] as? String == parts[2] }
        }
    }

    private static func isSame(_ found: Any?, _ fact: Expectation.Fact) -> Bool {
        switch fact {
        case .null: found is NSNull
        case .bool(let value): (found as? Bool) == value
        case .number(let value): (found as? NSNumber).map { abs($0.doubleValue - value) < 1e-9 } ?? false
        case .string(let value): (found as? String) == value
        }
    }
}
