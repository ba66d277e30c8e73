import Foundation
import Testing

@testable import FitnessMeasure

@Suite struct MeasurementBurstTests {
    private static func reading(_ systolic: Int64, day: Int?) -> DeviceReport {
        .reading(
            Reading(
                id: UUID(), deviceKey: "ble:test",
                values: [QuantityValue(.systolic, DecimalValue(mantissa: systolic), .millimetresOfMercury)],
                deviceTime: day.map { DeviceTime(year: 2026, month: 11, day: $0, hour: 9, minute: 0, second: 0) },
                raw: [], receivedMonotonic: 0, receivedAt: Date(timeIntervalSince1970: 0), isSimulated: true))
    }

    private static func ended(_ reports: [DeviceReport]) -> [DeviceReport] {
        var burst = MeasurementBurst()
        let early = reports.flatMap { burst.add($0) }
        return early + burst.end()
    }

    private static func marks(_ reports: [DeviceReport]) -> [String] {
        reports.map { report in
            guard case .reading(let reading) = report else { return "failed" }
            let mark = reading.flags.contains(.fromStorage) ? "stored" : "now"
            return "\(mark) \(reading[.systolic]?.value.description ?? "")"
        }
    }

    @Test func `the newest by the device's clock is of now, wherever it comes`() {
        let reports = Self.ended([Self.reading(1, day: 19), Self.reading(2, day: 20), Self.reading(3, day: 18)])
        #expect(Self.marks(reports) == ["stored 1", "stored 3", "now 2"])
    }

    @Test func `without device times the last is of now`() {
        let reports = Self.ended([Self.reading(1, day: 19), Self.reading(2, day: nil)])
        #expect(Self.marks(reports) == ["stored 1", "now 2"])
    }

    @Test func `a record that is sent twice in one go is of now, and not older than itself`() {
        #expect(Self.marks(Self.ended([Self.reading(7, day: 1), Self.reading(7, day: 1)])) == ["now 7"])
        let undated = [Self.reading(7, day: nil), Self.reading(7, day: nil)]
        #expect(Self.marks(Self.ended(undated)) == ["stored 7", "now 7"])
    }

    @Test func `of equal times the last is of now`() {
        #expect(Self.marks(Self.ended([Self.reading(1, day: 1), Self.reading(2, day: 1)])) == ["stored 1", "now 2"])
    }

    @Test func `a failure after old readings is the news, a failure before a reading is not`() {
        let failure = DeviceReport.failed("ble:test", .deviceError(code: nil))
        #expect(Self.marks(Self.ended([Self.reading(1, day: 1), failure])) == ["stored 1", "failed"])
        #expect(Self.marks(Self.ended([failure, Self.reading(1, day: 1)])) == ["now 1"])
    }

    @Test func `a flood is passed on as stored and not kept`() {
        var burst = MeasurementBurst()
        let early = (0..<1000).flatMap { burst.add(Self.reading($0, day: nil)) }
        #expect(early.count == 744)
        #expect(burst.end().count == 256)
        #expect(burst.end().isEmpty)
    }
}
