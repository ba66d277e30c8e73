/// The fields that fitness machines share, after their own: energy, heart rate, metabolic equivalent and times.
public struct FitnessMachineTail: Equatable, Sendable {
    /// Kilocalories; nil inside where the machine says that it does not know (0xFFFF, 0xFF).
    public struct Energy: Equatable, Sendable {
        public let total: UInt16?
        public let perHour: UInt16?
        public let perMinute: UInt8?
    }

    public let energy: Energy?
    /// Beats a minute.
    public let heartRate: UInt8?
    /// Tenths on the air.
    public let metabolicEquivalent: DecimalValue?
    /// Seconds.
    public let elapsed: UInt16?
    /// Seconds.
    public let remaining: UInt16?

    var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = [:]
        if let energy {
            values["energy_kcal"] = .init(orUnknown: energy.total)
            values["energy_per_hour_kcal"] = .init(orUnknown: energy.perHour)
            values["energy_per_minute_kcal"] = .init(orUnknown: energy.perMinute)
        }
        if let heartRate { values["bpm"] = .whole(Int(heartRate)) }
        if let metabolicEquivalent { values["met"] = GattFieldValue(metabolicEquivalent) }
        if let elapsed { values["elapsed_s"] = .whole(Int(elapsed)) }
        if let remaining { values["remaining_s"] = .whole(Int(remaining)) }
        return values
    }
}

extension ByteReader {
    /// By bit from 0: energy (total, an hour, a minute), heart rate, metabolic equivalent, elapsed, remaining time.
    mutating func fitnessMachineTail(_ bits: UInt16) throws(GattFrameError) -> FitnessMachineTail {
        FitnessMachineTail(
            energy: bits.bit(0) ? try machineEnergy() : nil,
            heartRate: bits.bit(1) ? try uint8("heart_rate") : nil,
            metabolicEquivalent: bits.bit(2)
                ? DecimalValue(mantissa: Int64(try uint8("metabolic_equivalent")), exponent: -1) : nil,
            elapsed: bits.bit(3) ? try uint16("elapsed_time") : nil,
            remaining: bits.bit(4) ? try uint16("remaining_time") : nil)
    }

    private mutating func machineEnergy() throws(GattFrameError) -> FitnessMachineTail.Energy {
        let (total, hour) = (try uint16("total_energy"), try uint16("energy_per_hour"))
        let minute = try uint8("energy_per_minute")
        return .init(
            total: total == 0xFFFF ? nil : total, perHour: hour == 0xFFFF ? nil : hour,
            perMinute: minute == 0xFF ? nil : minute)
    }
}

extension GattFieldValue {
    /// A number, or nothing where the frame has the field without one.
    init(orUnknown number: (some BinaryInteger)?) { self = number.map { .whole(Int($0)) } ?? .unknown }

    /// A decimal, or nothing where the frame has the field without one.
    init(orUnknown decimal: DecimalValue?) { self = decimal.map { GattFieldValue($0) } ?? .unknown }
}
