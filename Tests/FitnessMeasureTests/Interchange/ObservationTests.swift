import Foundation
import Testing

@testable import FitnessMeasure

@Suite struct ObservationTests {
    private let codes: ClinicalCodes

    init() throws { codes = try shippedCodes() }

    private func observations(_ record: MeasuredRecord) throws -> [FHIRObservation] {
        try record.observations(by: codes, through: .example)
    }

    private func codings(_ value: FHIRValue?) -> [String] {
        guard case .list(let list) = value?["coding"] else { return [] }
        return list.compactMap { if case .text(let code) = $0["code"] { code } else { nil } }
    }

    @Test func `blood pressure is one observation with components, the pulse another`() throws {
        let made = try observations(.pressure())
        #expect(made.count == 2)
        #expect(codings(made[0]["code"]) == ["85354-9", "150020"])
        #expect(made[0]["valueQuantity"] == nil)
        let components = (0..<3).map { made[0]["component", $0] }
        #expect(
            components.map { codings($0?["code"]) } == [
                ["8480-6", "150021"], ["8462-4", "150022"], ["8478-0", "150023"],
            ])
        #expect(components.map { $0?["valueQuantity", "value"] } == [.decimal("142"), .decimal("88"), .decimal("106")])
        #expect(codings(made[1]["code"]) == ["8867-4", "149546"])
        #expect(made[1]["valueQuantity", "code"] == .text("/min"))
    }

    @Test func `it names the profiles that it keeps`() throws {
        let pressure = try observations(.pressure())[0]
        #expect(
            pressure.profiles == [
                "http://hl7.org/fhir/StructureDefinition/bp",
                "http://hl7.org/fhir/uv/phd/StructureDefinition/PhdCompoundNumericObservation",
            ])
        let kilopascal = MeasuredRecord.example([
            QuantityValue(.systolic, "18.9", .kilopascal), QuantityValue(.diastolic, "11.7", .kilopascal),
        ])
        #expect(try observations(kilopascal)[0].profiles == [FHIRName.phd("PhdCompoundNumericObservation")])
    }

    /// The captured frame of a cuff that showed "Err".
    @Test func `a failed measurement is a reason, not a missing row`() throws {
        let frame = try BloodPressureFrame(bytes: [UInt8](hexDigits: "16ff07ff07ff07e80706170e230aff070000"))
        let record = MeasuredRecord(
            subject: Pseudonym(rawValue: "P-1"),
            outcome: .failed(
                FailedTry(
                    id: .numbered(9), quantities: [.systolic, .diastolic],
                    failure: try #require(frame.failure), at: .sample)),
            device: .cuff, zone: korea, absent: frame.absences)
        let observation = try observations(record)[0]
        let reasons = (0..<2).map { codings(observation["component", $0, "dataAbsentReason"]) }
        #expect(reasons == [["not-a-number"], ["not-a-number"]])
        #expect(observation["component", 0, "valueQuantity"] == nil)
    }

    @Test func `a mean that is no number stands beside pressures that are`() throws {
        var record = MeasuredRecord.example([
            QuantityValue(.systolic, "128", .millimetresOfMercury),
            QuantityValue(.diastolic, "79", .millimetresOfMercury),
        ])
        record.absent = [.meanArterialPressure: .notANumber, .systolic: .notANumber]
        let observation = try observations(record)[0]
        #expect(observation.components.count == 3)
        #expect(codings(observation["component", 2, "dataAbsentReason"]) == ["not-a-number"])
    }

    @Test(arguments: [
        (GattNumber(sfloat: 0x07FF), FHIRAbsence.notANumber), (GattNumber(sfloat: 0x07FE), .positiveInfinity),
        (GattNumber(sfloat: 0x0802), .negativeInfinity), (GattNumber(sfloat: 0x0800), .error),
        (GattNumber(sfloat: 0x0801), .error), (GattNumber(sfloat: 0xF014), nil),
    ])
    func `every special number has HL7's word`(number: GattNumber, absence: FHIRAbsence?) {
        #expect(number.absence == absence)
    }

    @Test(
        arguments: [
            (QuantityValue(.height, "1.750", "m"), "175.0", "cm"), (QuantityValue(.height, "162", "cm"), "162", "cm"),
            (QuantityValue("glucose", "0.00110", "kg/L"), "110", "mg/dL"),
            (QuantityValue(.weight, "143.30", .pound), "143.30", "[lb_av]"),
            (QuantityValue(.weight, "65.00", .kilogram), "65.00", "kg"),
        ] as [(QuantityValue, DecimalValue, String)])
    func `a unit changes only by the decimal point`(value: QuantityValue, sent: DecimalValue, unit: String) throws {
        let observation = try observations(.example([value], device: .scale))[0]
        #expect(observation["valueQuantity", "value"] == .decimal(sent))
        #expect(observation["valueQuantity", "code"] == .text(unit))
        #expect(observation["valueQuantity", "system"] == .text("http://unitsofmeasure.org"))
    }

    @Test func `a count keeps to the unit of its definition`() throws {
        let record = MeasuredRecord.example(
            [QuantityValue(.repetitions, "17", .repetitions)], test: .chairStand, device: .mat,
            protocolUse: ProtocolUse(id: "kspo_senior/chair_stand_30s", followed: .notFollowed))
        let observation = try observations(record)[0]
        #expect(observation["valueQuantity", "code"] == .text("{count}"))
        #expect(codings(observation["method"]) == ["not-followed"])
        #expect(observation["method", "text"] == .text("kspo_senior/chair_stand_30s"))
        #expect(observation.profiles == [], "no device code, no profile of devices")
    }

    @Test func `the kiosk is the gateway, the person a pseudonym`() throws {
        let observation = try observations(.pressure())[0]
        #expect(observation["extension", 0, "url"] == .text(FHIRName.gatewayDevice))
        #expect(observation["extension", 0, "valueReference", "reference"] == .text(GatewayDevice.example.fullURL))
        #expect(observation["subject", "identifier", "value"] == .text("P-0412"))
        #expect(observation["subject", "reference"] == nil)
        #expect(observation["device", "reference"] == .text(MeasuringDevice.cuff.fullURL))
    }

    @Test func `what was typed in says so and claims no device`() throws {
        let record = MeasuredRecord.example(
            [QuantityValue(.weight, "61.5", .kilogram)], flags: [.enteredBySupporter])
        let observation = try observations(record)[0]
        #expect(observation.device == nil && observation.gateway == nil)
        #expect(observation.profiles == ["http://hl7.org/fhir/StructureDefinition/bodyweight"])
        #expect(observation["note", 0, "text"] == .text("manually entered"))
        #expect(observation.categories.map(\.code) == ["vital-signs"])
    }

    @Test(
        arguments: [
            ([QualityFlag.cuffLoose], true), ([.ambiguousFloat], true), ([.irregularPulse], false), ([], false),
        ] as [(Set<QualityFlag>, Bool)])
    func `flags go along, and a doubt is said in the guide's word`(flags: Set<QualityFlag>, isDoubtful: Bool) throws {
        let record = MeasuredRecord.example([QuantityValue(.weight, "61.5", .kilogram)], flags: flags)
        let observation = try observations(record)[0]
        #expect(codings(observation["interpretation", 0]) == (isDoubtful ? ["questionable"] : []))
        #expect(observation["extension", 1, "valueCoding", "code"] == flags.first.map { .text($0.rawValue) })
    }

    @Test func `a simulator's value is test data for everybody`() throws {
        let record = MeasuredRecord.example(
            [QuantityValue(.grip, "24.30", .kilogram)], device: .grip, flags: [.leftHand])
        let observation = try observations(record)[0]
        #expect(codings(observation["code"]) == ["grip-left"])
        #expect(observation["meta", "security", 0, "code"] == .text("HTEST"))
        #expect(try observations(.pressure())[0]["meta", "security"] == nil)
    }

    @Test func `the device's clock is told beside ours`() throws {
        var record = MeasuredRecord.pressure()
        record.clocks = ClockComparison(
            device: DeviceTime(year: 2026, month: 11, day: 21, hour: 10, minute: 32, second: 0), kiosk: .sample)
        let made = try observations(record)
        let stamp = try #require(made.last)
        #expect(codings(stamp["code"]) == ["67975"])
        #expect(stamp["valueDateTime"] == .text("2026-11-21T10:32:00+09:00"))
        #expect(stamp["effectiveDateTime"] == .text("2026-11-21T10:30:05.250+09:00"))
        #expect(stamp["subject", "reference"] == .text(MeasuringDevice.cuff.fullURL))
        #expect(stamp["device", "reference"] == .text(GatewayDevice.example.fullURL))
        #expect(
            made[0]["extension", 1, "valueReference", "reference"] == .text(try #require(record.clocks).fullURL(.cuff)))
        #expect(record.clocks?.secondsAhead(zone: korea) == 115)
    }

    @Test func `a clock with a fault has a reason`() throws {
        var record = MeasuredRecord.pressure()
        record.clocks = ClockComparison(device: nil, kiosk: .sample)
        let stamp = try #require(try observations(record).last)
        #expect(codings(stamp["dataAbsentReason"]) == ["unknown"])
        #expect(record.clocks?.secondsAhead(zone: korea) == nil)
    }

    @Test func `the same reading has the same identifier, another reading another`() throws {
        let first = try observations(.pressure())[0].identifiers[0]
        #expect(try observations(.pressure())[0].identifiers[0] == first)
        let others: [MeasuredRecord] = [
            .pressure("143"), .pressure("142", "89"), .pressure(subject: "P-0413"), .pressure("142.0"),
            .pressure(deviceTime: DeviceTime(year: 2026, month: 11, day: 21, hour: 10, minute: 29, second: 59)),
            .pressure(deviceTime: nil),
        ]
        let identifiers = try others.map { try observations($0)[0].identifiers[0].value }
        #expect(Set(identifiers + [first.value]).count == others.count + 1)
    }

    @Test func `without a clock in the device ours tells readings apart`() throws {
        let weight = [QuantityValue(.weight, "61.5", .kilogram)]
        let early = try observations(.example(weight, taken: 0))[0].identifiers
        let late = try observations(.example(weight, taken: 0.001))[0].identifiers
        #expect(early[0] != late[0])
        #expect(early.count == 1, "the guide's identifier wants the device's time")
    }

    @Test func `the guide's own identifier is given, too`() throws {
        let identifier = try observations(.pressure())[0].identifiers[1]
        #expect(identifier.system == "http://hl7.org/fhir/uv/phd/StructureDefinition/PhdBaseObservation")
        #expect(identifier.value == "C0FFEE002810-P-0412-\(FHIRName.person)-150020-848572198")
    }

    @Test func `what was given to its owner is withdrawn from the other`() throws {
        let correction = Correction(
            at: .sample + 60, by: "S-3", from: Pseudonym(rawValue: "P-0412"), reason: "다른 분의 기록")
        let (withdrawn, restated) = MeasuredRecord.pressure().reassigned(
            to: Pseudonym(rawValue: "P-0099"), by: correction)
        let (old, new) = (try observations(withdrawn)[0], try observations(restated)[0])
        #expect(old.identifiers == (try observations(.pressure())[0].identifiers))
        #expect(old["status"] == .text("entered-in-error"))
        #expect(new["status"] == .text("amended"))
        #expect(new["subject", "identifier", "value"] == .text("P-0099"))
        #expect(new["note", 0, "text"] == .text("2026-11-21T10:31:05.250+09:00 S-3: 다른 분의 기록"))
    }

    @Test func `a mended value is restated, and what was said before withdrawn`() throws {
        let weight = MeasuredRecord.example([QuantityValue(.weight, "615", .kilogram)], flags: [.enteredBySupporter])
        let (withdrawn, restated) = weight.mended(
            [QuantityValue(.weight, "61.5", .kilogram)],
            by: Correction(at: .sample, by: "S-3", from: nil, reason: "소수점"))
        #expect(try observations(withdrawn)[0].identifiers == (try observations(weight)[0].identifiers))
        #expect(try observations(withdrawn)[0].status == .enteredInError)
        #expect(try observations(restated)[0]["valueQuantity", "value"] == .decimal("61.5"))
        #expect(restated.id == weight.id)
        #expect(try observations(restated)[0].identifiers != (try observations(weight)[0].identifiers))
    }

    @Test func `a quantity without a code is refused`() {
        #expect(throws: InterchangeError.noCode("lung_age", nil)) {
            try observations(.example([QuantityValue("lung_age", "54", "a")]))
        }
    }
}
