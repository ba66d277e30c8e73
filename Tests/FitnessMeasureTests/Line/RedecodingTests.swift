import DeviceSimulator
import FitnessMeasure
import Foundation
import Testing

@Suite struct RedecodingTests {
    private let redecoding: Redecoding

    init() throws { redecoding = Redecoding(profiles: [try .shipped("grip-serial")]) }

    private func grip(_ force: DecimalValue, _ text: String, key: DeviceKey = "serial:grip-serial") -> Reading {
        .example(device: key, values: [QuantityValue(.grip, force, .kilogram)], raw: SimulatedGrip.frame(text))
    }

    private func pressure(_ systolic: DecimalValue, raw: String) -> Reading {
        .example(
            device: "ble:C0:FF:EE:00:28:10", values: [QuantityValue(.systolic, systolic, .millimetresOfMercury)],
            raw: [UInt8](hexDigits: raw))
    }

    @Test func `the same bytes give the same values`() {
        #expect(redecoding.redecode(grip("24.3", "G,R,+024.3,kg,S")) == .same)
        #expect(redecoding.redecode(grip("24.3", "G,R,+024.3,kg,S", key: "serial:grip-serial:left")) == .same)
    }

    @Test func `values that an earlier decoder misread are told`() {
        let mended = QuantityValue(.grip, "24.3", .kilogram)
        #expect(redecoding.redecode(grip("243", "G,R,+024.3,kg,S")) == .changed([mended]))
        let today = [
            QuantityValue(.systolic, "128", .millimetresOfMercury),
            QuantityValue(.diastolic, "79", .millimetresOfMercury),
            QuantityValue(.meanArterialPressure, "95", .millimetresOfMercury),
        ]
        #expect(redecoding.redecode(pressure("2047", raw: "0080004f005f00")) == .changed(today))
    }

    @Test(arguments: ["E02", "G,R,+024.3,kg,U", "G,R,+999.9,kg,S", "X"])
    func `bytes that give no value any more are told`(text: String) {
        guard case .unreadable = redecoding.redecode(grip("24.3", text)) else {
            Issue.record("\(text) was read")
            return
        }
    }

    @Test func `so are half frames, failed ones and unknown devices`() {
        var half = grip("24.3", "G,R,+024.3,kg,S")
        half.raw.removeLast(4)
        let readings = [
            half, grip("24.3", "G,R,+024.3,kg,S", key: "serial:unheard-of"), pressure("142", raw: "0080"),
            pressure("142", raw: "00ff07ff07ff07"),
            .example(device: "ble:C0:FF:EE:00:28:11", values: [QuantityValue(.weight, "61.5", .kilogram)]),
        ]
        for reading in readings {
            if case .unreadable = redecoding.redecode(reading) { continue }
            Issue.record("\(reading.deviceKey) was read")
        }
    }

    @Test func `what a supporter typed has no bytes of a device`() {
        #expect(redecoding.redecode(.example(device: "manual:weight")) == .notFromDevice)
    }
}
