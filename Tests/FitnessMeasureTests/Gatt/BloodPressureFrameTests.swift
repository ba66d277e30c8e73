import DeviceSimulator
import FitnessMeasure
import Testing

@testable import DeviceSimulator

@Suite struct BloodPressureFrameTests {
    @Test func `a reading in kilopascal stays in kilopascal`() throws {
        let frame = try BloodPressureFrame(bytes: [UInt8](hexDigits: "01abf06df081f0"))
        #expect(frame.failure == nil)
        #expect(frame.quantities.map(\.value.description) == ["17.1", "10.9", "12.9"])
        #expect(frame.quantities.allSatisfy { $0.unit == .kilopascal })
    }

    @Test(arguments: [
        ("16ff07ff07ff07e80706170e230aff070000", MeasureFailure.deviceError(code: nil)),
        ("10ff074c005a000200", .deviceError(code: "cuff_too_loose")),
        ("00fe0750005d00", .deviceError(code: nil)),
        ("007800020800ff", .deviceError(code: nil)),
        ("fe202700750055005f00e407091810093a690001", .implausible),
        ("00500078005d00", .implausible),
        ("00780078007800", .implausible),
        ("00000000000000", .implausible),
        ("00ecff50005d00", .implausible),
    ])
    func `what is no reading says why`(hex: String, failure: MeasureFailure) throws {
        let frame = try BloodPressureFrame(bytes: [UInt8](hexDigits: hex))
        #expect(frame.failure == failure)
        #expect(frame.quantities.isEmpty)
    }

    @Test func `a doubtful number is kept and flagged`() throws {
        let frame = try BloodPressureFrame(bytes: [UInt8](hexDigits: "00fff75a008000"))
        #expect(frame.quantities.first?.value.description == "204.7")
        #expect(frame.qualityFlags == [.ambiguousFloat])
    }

    @Test func `a mean outside the pressures and an impossible pulse are left out`() throws {
        let frame = try BloodPressureFrame(bytes: [UInt8](hexDigits: "0478005000e8030000"))
        #expect(frame.quantities.map(\.kind) == [.systolic, .diastolic])
    }

    @Test func `status bits become flags`() throws {
        let frame = try BloodPressureFrame(bytes: [UInt8](hexDigits: "1076004c005a006f00"))
        #expect(
            frame.qualityFlags == [
                .bodyMovement, .cuffLoose, .irregularPulse, .improperPosition, "pulse_above_range", .reservedBits,
            ])
    }

    @Test(arguments: [("ff", nil), ("03", 3)])
    func `user 255 is nobody`(user: String, slot: Int?) throws {
        #expect(try BloodPressureFrame(bytes: [UInt8](hexDigits: "0876004c005a00" + user)).userSlot == slot)
    }

    @Test(arguments: [
        ("ea07021d0c0000", nil),
        ("ea0700140c0000", DeviceTime(year: 2026, month: 0, day: 20, hour: 12, minute: 0, second: 0)),
        ("e807021d173b3b", DeviceTime(year: 2024, month: 2, day: 29, hour: 23, minute: 59, second: 59)),
        ("ea070b14183b3b", nil), ("00600014000000", nil),
    ])
    func `a device time is kept unless it is nonsense`(hex: String, expected: DeviceTime?) throws {
        let frame = try BloodPressureFrame(bytes: [UInt8](hexDigits: "02780050005d00" + hex))
        #expect(frame.timestamp?.deviceTime == expected)
        #expect(frame.failure == nil)
    }

    @Test func `more bytes than an attribute can have are refused`() {
        let bytes = [UInt8](repeating: 0x78, count: 513)
        #expect(throws: GattFrameError.oversized(bytes: 513)) { try BloodPressureFrame(bytes: bytes) }
    }

    /// Anchored on bytes written out by hand, so that encoder and decoder cannot agree on the same mistake.
    @Test func `the simulated cuff sends the bytes that the layout asks for`() {
        let time = DeviceTime(year: 2026, month: 11, day: 20, hour: 9, minute: 30, second: 5)
        let frame = CuffFrame(systolic: 300, diastolic: 88, pulse: 72, time: time)
        #expect(frame.measurement == [UInt8](hexDigits: "162c0158009e00ea070b14091e0548000000"))
        #expect(CuffFrame.pressure(172) == [UInt8](hexDigits: "00ac00ff07ff07"))
    }
}
