import FitnessMeasure

extension SimulatedInstrument.Kind {
    typealias Mood = SimulatedInstrument.Mood
    typealias Value = InstrumentScript.Value
    /// The service, its characteristics with their flags, the chief one first, and what it says.
    typealias Said = (service: UInt16, offered: [(UInt16, String)], values: [Value])

    /// What an instrument of this kind and mood says at this time of its clock.
    func said(_ mood: Mood, at now: DeviceTime) -> Said {
        switch self {
        case .cuff(let systolic, let diastolic, let pulse):
            (
                0x1810, [(0x2A35, "indicate"), (0x2A36, "notify")],
                CuffWords(systolic: systolic, diastolic: diastolic, pulse: pulse).said(mood, at: now)
            )
        case .oximeter(let saturation, let pulse):
            (
                0x1822, [(0x2A5E, "indicate"), (0x2A5F, "notify")],
                Self.oximeter(saturation, pulse, mood, at: now)
            )
        case .thermometer(let tenths):
            (0x1809, [(0x2A1C, "indicate"), (0x2A1E, "notify")], Self.thermometer(tenths, mood, at: now))
        case .glucoseMeter(let milligrams):
            (0x1808, [(0x2A18, "notify"), (0x2A34, "notify")], Self.glucose(milligrams, mood, at: now))
        case .scale(let grams): (0x181D, [(0x2A9D, "indicate")], Self.scale(grams, mood, at: now))
        case .bodyComposition(let grams, let fat):
            (
                0x181B, [(0x2A9C, "indicate")],
                Self.composition(grams, fat, mood, at: now)
            )
        case .chestStrap, .footPod, .treadmill, .stepClimber: motion(mood)
        }
    }

    /// Continuous values while the finger is in, then the spot check (status bits 7 validated, 9 from storage).
    private static func oximeter(_ saturation: Int, _ pulse: Int, _ mood: Mood, at now: DeviceTime) -> [Value] {
        func spot(_ share: Int, _ time: DeviceTime, status: Int) -> Value {
            Value(0x2A5E, AttributeBytes(0x03).short(share).short(pulse).time(time).number(status, bytes: 2))
        }
        let live = (0..<3).map { _ in Value(0x2A5F, AttributeBytes(0x00).short(saturation).short(pulse)) }
        let result = spot(saturation, now, status: 0x0080)
        switch mood {
        case .errorFrame: return live + [Value(0x2A5E, AttributeBytes(0x00).notANumber.notANumber)]
        case .unstable: return live + [spot(saturation, now, status: 0x0020)]
        case .storedFirst: return [spot(91, now.daysAgo(1), status: 0x0280)] + live + [result]
        case .strangersHistory: return [spot(91, now.daysAgo(1), status: 0x0280)]
        case .hangsUpMidFrame: return live
        default: return live + [result]
        }
    }

    private static func thermometer(_ tenths: Int, _ mood: Mood, at now: DeviceTime) -> [Value] {
        func result(_ tenths: Int, _ time: DeviceTime) -> Value {
            Value(0x2A1C, AttributeBytes(0x06).long(tenths, exponent: -1).time(time).number(3, bytes: 1))
        }
        let rising = [tenths - 20, tenths - 8, tenths - 2].map {
            Value(0x2A1E, AttributeBytes(0x00).long($0, exponent: -1))
        }
        switch mood {
        case .errorFrame: return rising + [Value(0x2A1C, AttributeBytes(0x00).number(0x007F_FFFF, bytes: 4))]
        case .storedFirst: return [result(372, now.daysAgo(2)), result(381, now.daysAgo(1)), result(tenths, now)]
        case .strangersHistory: return [result(381, now.daysAgo(1))]
        case .hangsUpMidFrame: return rising
        default: return rising + [result(tenths, now)]
        }
    }

    /// Three records, the last of now, numbered from 7 on; capillary whole blood of a finger.
    private static func glucose(_ milligrams: Int, _ mood: Mood, at now: DeviceTime) -> [Value] {
        func record(_ sequence: Int, _ milligrams: Int, _ time: DeviceTime, sample: Int = 0x11) -> Value {
            Value(
                0x2A18,
                AttributeBytes(0x02).number(sequence, bytes: 2).time(time).short(milligrams, exponent: -5)
                    .number(sample, bytes: 1))
        }
        let old = [record(7, 131, now.daysAgo(2)), record(8, 164, now.daysAgo(1))]
        switch mood {
        case .errorFrame:
            let high = AttributeBytes(0x02).number(9, bytes: 2).time(now).number(0x07FE, bytes: 2).number(
                0x11, bytes: 1)
            return old + [Value(0x2A18, high)]
        case .strangersHistory: return old
        case .vendorLayout: return old + [record(9, milligrams, now, sample: 0x4A)]
        default: return old + [record(9, milligrams, now)]
        }
    }
}

/// What a cuff says: pressures on the way, then the measurement with time, pulse, user and status.
private struct CuffWords {
    var systolic: Int
    var diastolic: Int
    var pulse: Int

    func said(_ mood: SimulatedInstrument.Mood, at now: DeviceTime) -> [InstrumentScript.Value] {
        let pumping = [40, 90, systolic + 30, systolic, diastolic].map {
            InstrumentScript.Value(0x2A36, AttributeBytes(0x00).short($0).notANumber.notANumber)
        }
        let old = [measured(128, 79, now.daysAgo(2), user: 1), measured(117, 71, now.daysAgo(1), user: 1)]
        let result = measured(systolic, diastolic, now, user: 1)
        switch mood {
        case .errorFrame: return pumping + [raw(CuffFrame.error)]
        case .vendorLayout: return pumping + [raw(CuffFrame.vendorLayout)]
        case .storedFirst: return old + [result]
        case .strangersHistory: return [measured(171, 99, now.daysAgo(1), user: 2)]
        case .hangsUpMidFrame: return Array(pumping.prefix(3))
        case .hangsUpMidBurst: return old
        default: return pumping + [result]
        }
    }

    private func measured(_ upper: Int, _ lower: Int, _ time: DeviceTime, user: Int) -> InstrumentScript.Value {
        InstrumentScript.Value(
            0x2A35,
            AttributeBytes(0x1E).short(upper).short(lower).short(lower + (upper - lower) / 3).time(time).short(pulse)
                .number(user, bytes: 1).number(0, bytes: 2))
    }

    private func raw(_ bytes: [UInt8]) -> InstrumentScript.Value {
        InstrumentScript.Value(0x2A35, bytes.reduce(AttributeBytes()) { $0.number(Int($1), bytes: 1) })
    }
}
