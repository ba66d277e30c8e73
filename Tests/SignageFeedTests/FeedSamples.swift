import Foundation
import Testing

@testable import SignageFeed

/// The recorded answers in `Resources`, and the moment they were written for.
enum FeedSamples {
    /// 2026-11-20 09:00 in Korea.
    static let now = korean("2026-11-20 09:00")
    static let context = FeedContext(receivedAt: now)

    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.url(forResource: "Resources", withExtension: nil))
        return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func parse(_ name: String, as format: FeedFormat) throws -> FeedOutcome<FeedContent> {
        format.parse(try bytes(name), context: context)
    }

    static func weather(_ name: String, as format: FeedFormat) throws -> Fact<Weather> {
        guard case .weather(let fact)? = try parse(name, as: format).value else { throw SampleError.otherContent }
        return fact
    }

    static func buses(_ name: String, as format: FeedFormat) throws -> Fact<BusBoard> {
        guard case .buses(let fact)? = try parse(name, as: format).value else { throw SampleError.otherContent }
        return fact
    }

    static func notices(_ name: String) throws -> [Notice] {
        guard case .notices(let fact)? = try parse(name, as: .rss).value else { throw SampleError.otherContent }
        return fact.value
    }

    /// `yyyy-MM-dd HH:mm` in Korea, independent of the reader under test.
    static func korean(_ text: String) -> Date {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 9 * 3_600) ?? .gmt
        let parts = DateComponents(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4])
        return calendar.date(from: parts) ?? .distantPast
    }

    enum SampleError: Error { case otherContent }
}
