import Foundation
import Testing

@testable import DeviceSimulator
@testable import FitnessMeasure

/// What the simulators say is what the decoders hear. That alone proves little, since both could err alike, so bytes from
/// outside stand beside.
@Suite struct RoundTripTests {
    @Test func `every pressure that the simulated cuff can send is read back`() throws {
        let time = DeviceTime(year: 2026, month: 2, day: 28, hour: 23, minute: 59, second: 58)
        for systolic in stride(from: 40, through: 300, by: 7) {
            for diastolic in stride(from: 20, to: min(systolic, 251), by: 11) {
                let sent = CuffFrame(systolic: systolic, diastolic: diastolic, pulse: 30 + diastolic / 2, time: time)
                let frame = try BloodPressureFrame(bytes: sent.measurement)
                #expect(frame.systolic.decimal == DecimalValue(mantissa: Int64(systolic)))
                #expect(frame.diastolic.decimal == DecimalValue(mantissa: Int64(diastolic)))
                #expect(frame.pulse?.decimal == DecimalValue(mantissa: Int64(30 + diastolic / 2)))
                #expect(frame.timestamp?.components == time)
                #expect(frame.warnings == [])
            }
        }
    }

    @Test(arguments: ["R", "L"])
    func `every force that the simulated grip can send is read back`(hand: String) throws {
        let profile = try LineProfile.shipped("grip-serial")
        for tenths in stride(from: 5, through: 900, by: 1) {
            let digits = String(repeating: "0", count: 4 - String(tenths).count) + String(tenths)
            let bytes = SimulatedGrip.frame("G,\(hand),+\(digits.dropLast()).\(digits.suffix(1)),kg,S")
            let value = try #require(try profile.messages(bytes).first?.get().value)
            #expect(
                value.values == [QuantityValue(.grip, DecimalValue(mantissa: Int64(tenths), exponent: -1), .kilogram)])
            #expect(value.flags == [hand == "R" ? .rightHand : .leftHand])
        }
    }

    @Test func `a clock is read back as it was set`() throws {
        for day in stride(from: 0, to: 40_000, by: 97) {
            let time = DeviceTime(day: day, second: day * 7919 % 86_400)
            #expect(try CurrentTimeFrame(bytes: CurrentTimeFrame.bytes(of: time)).time.components == time)
        }
    }

    /// A short float is its mantissa and exponent and nothing else, for all 65,536 of them.
    @Test func `every short float is what its bits say`() {
        let specials: [UInt16] = [0x07FE, 0x07FF, 0x0800, 0x0801, 0x0802]
        for raw in UInt16.min ... .max where !specials.contains(raw) {
            let (mantissa, exponent) = (Int(raw & 0xFFF), Int(raw >> 12))
            let signed = DecimalValue(
                mantissa: Int64(mantissa > 0x7FF ? mantissa - 0x1000 : mantissa),
                exponent: exponent > 7 ? exponent - 16 : exponent)
            #expect(GattNumber(sfloat: raw).decimal == signed)
        }
    }

    /// From outside: HL7's Personal Health Device guide, and the frame of a cuff that showed "Err", published in
    /// github.com/derdilla/blood-pressure-monitor-fl/issues/80.
    @Test func `bytes from outside are read as their sources say`() throws {
        #expect(GattNumber(sfloat: 0xF014).description == "2.0")
        let error = try BloodPressureFrame(bytes: [UInt8](hexDigits: "16ff07ff07ff07e80706170e230aff070000"))
        #expect(error.systolic == .notANumber && error.diastolic == .notANumber && error.isValid == false)
        #expect(
            error.timestamp?.components == DeviceTime(year: 2024, month: 6, day: 23, hour: 14, minute: 35, second: 10))
    }
}
