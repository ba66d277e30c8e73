import Foundation
import Testing

@testable import SignageFeed

@Suite struct AirAndWarningTests {
    private func air(_ name: String) throws -> Fact<AirQuality> {
        guard case .air(let fact)? = try FeedSamples.parse(name, as: .airKorea).value else {
            throw FeedSamples.SampleError.otherContent
        }
        return fact
    }

    private func warnings(_ names: [String], area: String? = nil) throws -> [WeatherWarning] {
        let context = FeedContext(receivedAt: FeedSamples.now, warningArea: area)
        let texts = try names.map { String(decoding: try FeedSamples.bytes($0), as: UTF8.self) }
        let outcome = FeedFormat.kmaWarnings.parse(Array(Self.merged(texts).utf8), context: context)
        guard case .warnings(let fact)? = outcome.value else { throw FeedSamples.SampleError.otherContent }
        return fact.value
    }

    /// The rows of several answers in one.
    private static func merged(_ texts: [String]) -> String {
        let rows = texts.compactMap { text -> Substring? in
            guard let start = text.range(of: "\"item\": ["), let end = text.range(of: "]", options: .backwards) else {
                return nil
            }
            return text[start.upperBound..<end.lowerBound]
        }
        return #"{"response":{"header":{"resultCode":"00"},"body":{"items":{"item":["#
            + rows.joined(separator: ",") + "]}}}}"
    }

    @Test func `the newest hour of a station counts`() throws {
        let fact = try air("airkorea/normal.json")
        #expect(fact.value.pm10 == .init(value: 31, grade: .moderate))
        #expect(fact.value.pm25 == .init(value: 17, grade: .moderate))
        #expect(fact.issuedAt == FeedSamples.korean("2026-11-20 08:00"))
    }

    @Test func `a missing value is said and not replaced by an older one`() throws {
        let fact = try air("airkorea/missing_flags.json")
        #expect(fact.value.pm10 == .init(fault: "통신장애"))
        #expect(fact.value.pm25 == .init(value: 17, grade: .moderate))
    }

    @Test func `hour twenty-four is the next midnight`() throws {
        #expect(try air("airkorea/hour24.json").value.measuredAt == FeedSamples.korean("2026-11-20 00:00"))
    }

    @Test func `an unknown station has nothing to say`() throws {
        #expect(try FeedSamples.parse("airkorea/empty.json", as: .airKorea) == .empty)
    }

    @Test func `unbelievable air is refused`() throws {
        #expect(try FeedSamples.parse("airkorea/hostile.json", as: .airKorea) == .failed(FeedError(.unexpectedShape)))
    }

    @Test func `warnings in force are kept, gravest first`() throws {
        let found = try warnings(["kma_warning/pwncd_normal.json"])
        #expect(found.map(\.areaName) == ["영동군", "옥천군"])
        #expect(found.map(\.level) == [.warning, .advisory] && found.allSatisfy { $0.hazard.name == "한파" })
    }

    @Test func `a lifted warning is gone, whatever order the log has`() throws {
        let names = ["kma_warning/pwncd_normal.json", "kma_warning/pwncd_release.json"]
        #expect(try warnings(names, area: "L1030400") == [])
        #expect(try warnings(names.reversed(), area: "L1030400") == [])
    }

    @Test func `codes of next year are kept and reported`() throws {
        let found = try warnings(["kma_warning/pwncd_new_codes.json"])
        #expect(found.map(\.level.rawValue) == [7, 2] && found.map(\.hazard.name) == [nil, "폭염"])
        let outcome = try FeedSamples.parse("kma_warning/pwncd_new_codes.json", as: .kmaWarnings)
        guard case .partial(_, let problems) = outcome else { throw FeedSamples.SampleError.otherContent }
        #expect(problems == [FeedProblem(.unknownCode, row: 1)])
    }

    @Test func `no warnings are good news`() throws {
        #expect(try FeedSamples.parse("kma/error_nodata_03.json", as: .kmaWarnings) == .empty)
    }
}
