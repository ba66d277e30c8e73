import FeedFuzzing
import Foundation
import Testing

@testable import SignageFeed

/// A hundredth of what `make fuzz` does, so that every change of a parser meets it.
@Suite struct FuzzTests {
    private static func samples() throws -> [FeedFuzzer.Sample] {
        try ManifestTests.expectations.map { expectation in
            let folder = expectation.file.prefix { $0 != "/" }
            return FeedFuzzer.Sample(folder: String(folder), bytes: try FeedSamples.bytes(expectation.file))
        }
    }

    @Test(arguments: [1, 2, 3, 4])
    func `twenty-five thousand inputs fell no parser and hold none up`(seed: UInt64) throws {
        var fuzzer = FeedFuzzer(seed: seed, samples: try Self.samples())
        for _ in 0..<25_000 { fuzzer.step() }
        #expect(fuzzer.count == 25_000)
        // Inputs that nobody understands would test the door alone.
        #expect(fuzzer.understood > 1_500)
        #expect(fuzzer.slowest.duration < .seconds(2), "\(String(decoding: fuzzer.slowest.bytes, as: UTF8.self))")
    }

    @Test func `the same seed makes the same inputs`() throws {
        var (first, second) = (
            FeedFuzzer(seed: 7, samples: try Self.samples()), FeedFuzzer(seed: 7, samples: try Self.samples())
        )
        for _ in 0..<500 {
            first.step()
            second.step()
        }
        #expect(first.understood == second.understood && first.understood > 0)
    }
}
