import Foundation
import Testing

@testable import FitnessMeasure

/// Writes what others read into `.build/interchange`, where `Tests/interchange/run.sh` checks it with programs that
/// know nothing of ours.
@Suite struct InterchangeFolderTests {
    private static let folder = repository.appending(path: ".build/interchange")

    @Test func `everything that leaves the house is written down for other programs to check`() throws {
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        let codes = try shippedCodes()
        var bundle = FHIRBundle()
        for record in MeasuredRecord.samples { try bundle.add(record, by: codes, through: .example) }
        for state in FHIRCarePlan.State.allCases { bundle.add(FHIRCarePlan.example(state)) }
        bundle.add(FHIRAnswers.example)
        try write(Array(bundle.json.utf8), "bundle.json")

        let table = ReadingsCSV(MeasuredRecord.samples)
        try write(try table.bytes(), "readings.csv")
        try write(try table.bytes(.cp949(.refuse)), "readings-cp949.csv")
        try write(try ReadingsCSV.dictionary(), "dictionary.csv")
        try write(Array(JSONEncoder().encode(MeasuredRecord.samples.flatMap(Expected.rows))), "expected.json")
        #expect(bundle.entries.count > 30)
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: Self.folder.appending(path: name))
    }
}

/// What a row must say, taken from the records and not from the table.
private struct Expected: Encodable {
    let record: UUID
    let subject: String
    let quantity: String
    let value: String
    let seconds: Double
    let model: String
    let reason: String

    static func rows(_ record: MeasuredRecord) -> [Expected] {
        let reading = record.reading?.values.map { ($0.kind.rawValue, $0.value.description) } ?? []
        var failed = record.absent.keys.filter { record.reading?[$0] == nil }.map(\.rawValue).sorted()
        if case .failed(let attempt) = record.outcome { failed = attempt.quantities.map(\.rawValue) }
        return (reading + failed.map { ($0, "") }).map { quantity, value in
            Expected(
                record: record.id, subject: record.subject.rawValue, quantity: quantity, value: value,
                seconds: record.moment.date.timeIntervalSince1970, model: record.device.model ?? "",
                reason: record.corrections.map(\.reason).joined(separator: " | "))
        }
    }
}

extension MeasuredRecord {
    /// One of everything that the kiosk can send, and what spreadsheets stumble over.
    static var samples: [MeasuredRecord] {
        var clocked = MeasuredRecord.pressure("151", "93")
        clocked.clocks = ClockComparison(
            device: DeviceTime(year: 2026, month: 11, day: 21, hour: 10, minute: 32, second: 0), kiosk: .sample)
        var faulty = MeasuredRecord.example([QuantityValue(.weight, "65.00", .kilogram)], device: .scale, number: 3)
        faulty.clocks = ClockComparison(device: nil, kiosk: .sample + 1)
        let given = MeasuredRecord.pressure("133", "81", subject: "P-0500").reassigned(
            to: Pseudonym(rawValue: "P-0501"),
            by: Correction(
                at: .sample + 600, by: "S-3", from: Pseudonym(rawValue: "P-0500"),
                reason: "=옆 분의 기록, \"혈압\" 다시 확인\n+1"))
        return [.pressure(), clocked, faulty, given.withdrawn, given.restated, .failedPressure] + tests + typed
    }

    private static var tests: [MeasuredRecord] {
        let protocolUse = ProtocolUse(id: "kspo_senior/chair_stand_30s", followed: .followed)
        let grip = [QuantityValue(.grip, "24.30", .kilogram)]
        return [
            .example(grip, device: .grip, flags: [.leftHand], number: 10),
            .example(grip, device: .grip, flags: [.rightHand, .repeatedBytes], number: 11),
            .example(grip, device: .grip, number: 12),
            .example(
                [QuantityValue(.repetitions, "17", .repetitions)], test: .chairStand, device: .mat, sequence: 4,
                number: 13, protocolUse: protocolUse),
            .example([QuantityValue(.repetitions, "0", .repetitions)], test: .twoMinuteStep, device: .mat, number: 14),
            .example([QuantityValue(.duration, "6.10", .second)], test: .upAndGo, device: .mat, number: 15),
            .example([QuantityValue(.duration, "26.5", .second)], test: .figureOfEight, device: .mat, number: 16),
            .example([QuantityValue(.reach, "-4.0", .centimetre)], test: .sitAndReach, device: .mat, number: 17),
            .example([QuantityValue(.distance, "412", .metre)], test: .sixMinuteWalk, device: .mat, number: 18),
            .example(
                [
                    QuantityValue(.systolic, "18.9", .kilopascal), QuantityValue(.diastolic, "11.70", .kilopascal),
                ], number: 19, absent: [.meanArterialPressure: .notANumber]),
        ]
    }

    private static var typed: [MeasuredRecord] {
        let odd = MeasuringDevice(key: "manual:1", model: "@줄자 -2")
        return [
            .example([QuantityValue(.height, "1.580", "m")], device: .scale, number: 30),
            .example([QuantityValue("bmi", "24.0", "kg/m2")], device: .scale, number: 31),
            .example([QuantityValue("body_fat", "31.2", "%")], device: .scale, number: 32),
            .example(
                [QuantityValue("spo2", "97", "%"), QuantityValue(.pulse, "66", .perMinute)], device: .cuff, number: 33),
            .example([QuantityValue("temperature", "36.60", "Cel")], device: .cuff, number: 34),
            .example([QuantityValue("glucose", "0.00110", "kg/L")], device: .cuff, number: 35),
            .example([QuantityValue(.weight, "143.3", .pound)], device: .scale, number: 36),
            .example(
                [QuantityValue(.weight, "61.50", .kilogram)], device: odd, flags: [.enteredBySupporter], number: 37),
        ]
    }

    private static var failedPressure: MeasuredRecord {
        MeasuredRecord(
            subject: Pseudonym(rawValue: "P-0412"),
            outcome: .failed(
                FailedTry(
                    id: .numbered(20), quantities: [.systolic, .diastolic], failure: .deviceError(code: nil),
                    at: .sample + 30)),
            device: .cuff, zone: korea, absent: [.systolic: .notANumber, .diastolic: .notANumber])
    }
}
