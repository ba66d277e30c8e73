import Foundation
import Testing

@testable import FitnessMeasure

/// What is known of clocks outlives the program.
@Suite struct KnownClocksKeptTests {
    private let device: DeviceKey = "ble:C0"
    private let evening = Date(timeIntervalSince1970: 1_795_000_000)

    /// The same clocks after a restart `seconds` later; the monotonic clock has begun anew.
    private func restarted(_ clocks: KnownClocks, after seconds: Double) throws -> KnownClocks {
        let bytes = try clocks.kept(at: evening, monotonic: 9_000_000_000)
        return try KnownClocks(kept: bytes, at: evening + seconds, monotonic: 5_000_000_000)
    }

    @Test func `a clock that was moved while the program was away is noticed`() throws {
        let clocks = KnownClocks()
        clocks.saw(device, 2, at: 8_000_000_000)
        let after = try restarted(clocks, after: 40_000)
        #expect(after.offset(of: device) == 2)
        after.saw(device, 332, at: 6_000_000_000)
        #expect(after.settle(device))
    }

    @Test func `the drift of a night is no move`() throws {
        let clocks = KnownClocks()
        clocks.saw(device, 2, at: 8_000_000_000)
        let after = try restarted(clocks, after: 50_000)
        after.saw(device, 7, at: 6_000_000_000)
        #expect(!after.settle(device))
    }

    @Test func `a clock that was put back makes records doubtful over a restart, too`() throws {
        let clocks = KnownClocks()
        clocks.saw(device, 600, at: 1_000_000_000)
        clocks.saw(device, 0, at: 9_000_000_000)
        #expect(clocks.settle(device))
        let after = try restarted(clocks, after: 60)
        #expect(after.isDoubtful(5_000_000_000, of: device))
        #expect(!after.isDoubtful(5_000_000_000 + 700_000_000_000, of: device))
    }

    @Test func `what was learned of a clock that cannot be read is kept`() throws {
        let clocks = KnownClocks()
        #expect(clocks.hear(device, date: 0, ahead: 50, isSeenBeingMade: true, at: 0) == .now)
        let after = try restarted(clocks, after: 86_400)
        #expect(after.hear(device, date: 900, ahead: 47, isSeenBeingMade: false, at: 0) == .aged(3))
    }

    @Test func `a date of another age does not make the nanoseconds overflow`() throws {
        let clocks = KnownClocks()
        clocks.saw(device, 2, at: 0)
        let bytes = try clocks.kept(at: .distantPast, monotonic: 0)
        let after = try KnownClocks(kept: bytes, at: .distantFuture, monotonic: 0)
        #expect(after.offset(of: device) == 2)
    }

    @Test(arguments: ["", "[", "{}", "[{\"device\":1}]"])
    func `other bytes are refused`(text: String) {
        #expect(throws: (any Error).self) { try KnownClocks(kept: Data(text.utf8), at: evening, monotonic: 0) }
    }
}
