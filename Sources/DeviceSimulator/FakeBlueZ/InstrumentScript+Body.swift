import FitnessMeasure

extension SimulatedInstrument.Kind {
    /// A weight in steps of 5 g with time and user; a scale that never settles dates nothing.
    static func scale(_ grams: Int, _ mood: Mood, at now: DeviceTime) -> [Value] {
        func dated(_ grams: Int, _ time: DeviceTime, user: Int = 1) -> Value {
            Value(0x2A9D, AttributeBytes(0x06).number(grams / 5, bytes: 2).time(time).number(user, bytes: 1))
        }
        func sample(_ grams: Int) -> Value { Value(0x2A9D, AttributeBytes(0x00).number(grams / 5, bytes: 2)) }
        switch mood {
        case .errorFrame: return [Value(0x2A9D, AttributeBytes(0x00).number(0xFFFF, bytes: 2))]
        case .unstable: return [grams - 9000, grams + 2500, grams - 700, grams + 300].map(sample)
        case .storedFirst: return [dated(58_200, now.daysAgo(2)), dated(71_000, now.daysAgo(1)), dated(grams, now)]
        case .strangersHistory: return [dated(92_400, now.daysAgo(1), user: 2)]
        case .hangsUpMidFrame: return []
        default: return [dated(grams, now)]
        }
    }

    /// A measurement too long for one packet: fat, time and user, then fat, water and weight.
    static func composition(_ grams: Int, _ fat: Int, _ mood: Mood, at now: DeviceTime) -> [Value] {
        func first(_ time: DeviceTime, user: Int = 1) -> Value {
            let head = AttributeBytes().number(0x1006, bytes: 2).number(fat, bytes: 2)
            return Value(0x2A9C, head.time(time).number(user, bytes: 1))
        }
        func second(user: Int = 1) -> Value {
            let head = AttributeBytes().number(0x1504, bytes: 2).number(fat, bytes: 2).number(user, bytes: 1)
            return Value(0x2A9C, head.number(grams / 10, bytes: 2).number(grams / 5, bytes: 2))
        }
        switch mood {
        case .errorFrame: return [Value(0x2A9C, AttributeBytes().number(0, bytes: 2).number(0xFFFF, bytes: 2))]
        case .storedFirst: return [first(now.daysAgo(1)), second(), first(now), second()]
        // Half of one person's measurement, half of another's.
        case .strangersHistory: return [first(now), second(user: 2)]
        case .hangsUpMidFrame: return [first(now)]
        default: return [first(now), second()]
        }
    }
}
