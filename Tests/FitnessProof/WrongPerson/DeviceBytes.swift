import FitnessMeasure
import Foundation

/// The bytes of the simulated devices, written from the formats and from nothing of the decoders'.
enum DeviceBytes {
    /// 2A35 with time, pulse, user and status. `numbers` in mmHg and beats a minute; NaN where there is none.
    static func pressure(_ numbers: [QuantityKind: DecimalValue], _ time: [Int], user: UInt8) -> [UInt8] {
        let kinds: [QuantityKind] = [.systolic, .diastolic, .meanArterialPressure]
        return [0x1E] + kinds.flatMap { sfloat(numbers[$0]) }
            + Self.time(time) + sfloat(numbers[.pulse])
            + [user, 0, 0]
    }

    /// 2A36, nothing but the pressure in the cuff.
    static func cuffPressure(_ pressure: Int) -> [UInt8] {
        [0x00] + sfloat(DecimalValue(mantissa: Int64(pressure))) + [0xFF, 0x07, 0xFF, 0x07]
    }

    /// 2A08: year in two bytes, month, day, hour, minute, second.
    static func time(_ parts: [Int]) -> [UInt8] {
        [UInt8(parts[0] & 0xFF), UInt8(parts[0] >> 8)] + parts[1...].map { UInt8($0) }
    }

    /// A whole number as it is, one with a tenth with exponent -1, nothing as NaN.
    private static func sfloat(_ value: DecimalValue?) -> [UInt8] {
        guard let value else { return [0xFF, 0x07] }
        let mantissa = Int(value.mantissa)
        let top = value.exponent == 0 ? 0 : 0xF0
        return [UInt8(mantissa & 0xFF), UInt8(mantissa >> 8 | top)]
    }

    /// `G,R,+024.3,kg,S` between its marks, with the exclusive-or of what is between.
    static func grip(_ force: String, hand: String, unit: String, state: String) -> [UInt8] {
        marked("G,\(hand),\(force),\(unit),\(state)")
    }

    static func gripError(_ code: String) -> [UInt8] { marked("E\(code)") }

    private static func marked(_ text: String) -> [UInt8] {
        let covered = Array(text.utf8) + [0x03]
        return [0x02] + covered + [covered.reduce(0, ^)]
    }

    /// STX, height in cm, weight in kg, two fields of nothing, BMI, ETX.
    static func scale(height: String, weight: String) -> [UInt8] {
        [0x02] + Array("\(height),\(weight),000,000,025.0".utf8) + [0x03]
    }

    /// `bp,<id>,yyyy/mm/dd,hh:mm,sys,mean,dia,pulse,0`
    static func armIn(_ numbers: [QuantityKind: DecimalValue], _ time: [Int]) -> [UInt8] {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let kinds: [QuantityKind] = [.systolic, .meanArterialPressure, .diastolic, .pulse]
        let values = kinds.map { numbers[$0]?.description ?? "0" }.joined(separator: ",")
        let date = "\(time[0])/\(two(time[1]))/\(two(time[2])),\(two(time[3])):\(two(time[4]))"
        return Array("bp,00000000000000000000,\(date),\(values),0\r\n".utf8)
    }
}

/// A device's clock: wrong by so much, and after a change of battery by something else.
struct DeviceClock {
    /// Seconds since 1970, without a zone, when the first day began.
    static let dawn = 1_772_434_800
    static let firstDay = Date(timeIntervalSince1970: Double(dawn))
    var ahead: Int

    init(ahead: Int) { self.ahead = ahead }

    /// With a new battery: midnight of 1 January 2000.
    init(beginning moment: Moment) { ahead = 946_684_800 - Self.dawn - Int(moment / 1_000_000_000) }

    /// Year, month, day, hour, minute, second.
    func parts(at moment: Moment) -> [Int] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let shown = Date(timeIntervalSince1970: Double(Self.dawn + ahead) + (Double(moment) / 1e9).rounded(.down))
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: shown)
        return [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second].map { $0 ?? 0 }
    }

    /// 2A2B: the same with the weekday unknown, no fraction and no reason of change.
    func current(at moment: Moment) -> [UInt8] { DeviceBytes.time(parts(at: moment)) + [0, 0, 0] }
}
