import Foundation

@testable import FitnessMeasure

/// The tables that the kiosk ships.
func shippedCodes() throws -> ClinicalCodes {
    try ClinicalCodes(
        loinc: String(contentsOf: repository.appending(path: "assets/fitness/loinc_fhir_codes.csv"), encoding: .utf8),
        codings: String(contentsOf: repository.appending(path: "assets/fhir/codings.csv"), encoding: .utf8))
}

let korea = 9 * 60

extension GatewayDevice {
    static let example = GatewayDevice(
        id: "kiosk-7", manufacturer: "Sarangbang", model: "kiosk", software: "1.2.0")
}

extension MeasuringDevice {
    static let cuff = MeasuringDevice(
        key: "ble:C0:FF:EE:00:28:10", manufacturer: "A&D", model: "UA-651BLE", serial: "5200500012", firmware: "1.03",
        calibratedOn: "2026-03-02", kind: .bloodPressureMonitor)
    static let grip = MeasuringDevice(key: "serial:grip-serial", calibratedOn: "2026-05-11", isSimulated: true)
    static let scale = MeasuringDevice(key: "ble:C0:FF:EE:00:35:02", manufacturer: "A&D", model: "UC-352BLE")
    static let mat = MeasuringDevice(key: "counter:mat")
}

extension MeasuredRecord {
    /// A record with a default for everything; `taken` is seconds after 2026-11-21 10:30:05.25 in Korea.
    static func example(
        _ values: [QuantityValue], subject: String = "P-0412", test: FitnessTestID? = nil,
        device: MeasuringDevice = .cuff, flags: Set<QualityFlag> = [], deviceTime: DeviceTime? = nil,
        sequence: Int? = nil, taken: Double = 0, number: UInt8 = 1, raw: [UInt8] = [1, 2],
        state: State = .final, protocolUse: ProtocolUse? = nil, absent: [QuantityKind: FHIRAbsence] = [:],
        clocks: ClockComparison? = nil
    ) -> MeasuredRecord {
        let reading = Reading(
            id: .numbered(number), deviceKey: device.key, values: values, deviceTime: deviceTime,
            deviceSequence: sequence, flags: flags, raw: raw, receivedMonotonic: 1, receivedAt: .sample + taken,
            isSimulated: device.isSimulated)
        return MeasuredRecord(
            subject: Pseudonym(rawValue: subject), test: test, outcome: .reading(reading), device: device, zone: korea,
            state: state, protocolUse: protocolUse, absent: absent, clocks: clocks)
    }

    static func pressure(
        _ systolic: DecimalValue = "142", _ diastolic: DecimalValue = "88", subject: String = "P-0412",
        deviceTime: DeviceTime? = DeviceTime(year: 2026, month: 11, day: 21, hour: 10, minute: 29, second: 58)
    ) -> MeasuredRecord {
        .example(
            [
                QuantityValue(.systolic, systolic, .millimetresOfMercury),
                QuantityValue(.diastolic, diastolic, .millimetresOfMercury),
                QuantityValue(.meanArterialPressure, "106", .millimetresOfMercury),
                QuantityValue(.pulse, "71", .perMinute),
            ], subject: subject, deviceTime: deviceTime)
    }
}

extension Date {
    /// 2026-11-21 10:30:05.25 in Korea.
    static let sample = Date(timeIntervalSince1970: 1_795_224_605.25)
}

extension UUID {
    static func numbered(_ number: UInt8) -> UUID {
        UUID(uuid: (0x5A, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
    }
}

extension FHIRValue {
    /// A member's value, or an entry's, on the way there.
    subscript(_ path: Any...) -> FHIRValue? {
        path.reduce(Optional(self)) { value, step in
            switch (value, step) {
            case (.object(let object), let name as String): object[name]
            case (.list(let list), let index as Int): list.indices.contains(index) ? list[index] : nil
            default: nil
            }
        }
    }
}

extension FHIRResource {
    subscript(_ path: Any...) -> FHIRValue? {
        path.reduce(Optional(FHIRValue.object(fhir))) { value, step in value?[step] }
    }
}
