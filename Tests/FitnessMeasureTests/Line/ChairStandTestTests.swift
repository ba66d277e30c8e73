import FitnessMeasure
import Foundation
import Testing

@Suite struct ChairStandTestTests {
    private var test = ChairStandTest()
    private let begin: Int64 = 5_000_000_000

    /// An event, so many seconds after the start was touched.
    private mutating func at(_ seconds: Double, _ event: ChairStandTest.Event) {
        test.update(event, at: begin + Int64((seconds * 1_000_000_000).rounded()))
    }

    @Test(
        arguments: [
            (0, ChairStandTest.Phase.countdown(tenths: 30)), (0.05, .countdown(tenths: 30)),
            (0.1, .countdown(tenths: 29)),
            (2.95, .countdown(tenths: 1)), (3, .running(tenths: 300, count: 0)), (3.1, .running(tenths: 299, count: 0)),
            (32.95, .running(tenths: 1, count: 0)), (33, .finished(count: 0)), (99, .finished(count: 0)),
        ] as [(Double, ChairStandTest.Phase)])
    mutating func `three seconds are counted down and thirty run`(seconds: Double, phase: ChairStandTest.Phase) {
        at(0, .start)
        at(seconds, .tick)
        #expect(test.phase == phase)
    }

    @Test mutating func `stands are counted while it runs`() {
        at(0, .start)
        at(1, .tap)  // too early
        for second in 4...15 { at(Double(second), .tap) }
        at(15.1, .tap)  // the same finger, trembling
        at(16, .undo)
        at(33, .tick)
        #expect(test.phase == .finished(count: 11))
    }

    @Test mutating func `a stand that was under way at the end counts, once`() {
        at(0, .start)
        at(10, .tap)
        at(33.5, .tap)
        #expect(test.phase == .finished(count: 2))
        at(35, .tap)
        #expect(test.phase == .finished(count: 2))
        at(36, .undo)
        #expect(test.phase == .finished(count: 1))
    }

    @Test mutating func `nothing goes below none`() {
        at(0, .start)
        at(5, .undo)
        #expect(test.phase == .running(tenths: 280, count: 0))
    }

    @Test mutating func `cancelling forgets the count`() {
        at(0, .start)
        at(5, .tap)
        at(6, .cancel)
        #expect(test.phase == .ready)
        at(7, .tick)
        #expect(test.phase == .ready)
        at(10, .start)
        at(13, .tick)
        #expect(test.phase == .running(tenths: 300, count: 0))
    }

    @Test mutating func `the result is a reading that says who counted`() throws {
        let id = UUID()
        at(0, .start)
        #expect(test.reading(id: id, receivedMonotonic: 1, receivedAt: Date(timeIntervalSince1970: 0)) == nil)
        for second in 4...15 { at(Double(second), .tap) }
        at(33, .tick)
        let reading = try #require(
            test.reading(id: id, receivedMonotonic: 7, receivedAt: Date(timeIntervalSince1970: 0)))
        #expect(reading.values == [QuantityValue(.repetitions, "12", .repetitions)])
        #expect(reading.flags == [.enteredBySupporter] && reading.deviceKey == "kiosk:chair-stand")
        #expect(reading.id == id && reading.receivedMonotonic == 7 && !reading.isSimulated)
    }
}
