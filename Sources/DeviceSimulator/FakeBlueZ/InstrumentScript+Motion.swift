import FitnessMeasure

/// What is worn while moving, and machines.
extension SimulatedInstrument.Kind {
    func motion(_ mood: Mood) -> Said {
        switch self {
        case .chestStrap(let rate):
            // Contact bits: 3 on skin, 2 not.
            let flags: UInt8 = mood == .errorFrame ? 0x04 : 0x06
            let beats = (0..<4).map { _ in Value(0x2A37, AttributeBytes(flags, UInt8(truncatingIfNeeded: rate))) }
            return (0x180D, [(0x2A37, "notify")], beats)
        case .footPod(let speed):
            let steps = (0..<4).map { _ in
                Value(0x2A53, AttributeBytes(0x00).number(speed * 256 / 100, bytes: 2).number(96, bytes: 1))
            }
            return (0x1814, [(0x2A53, "notify")], steps)
        case .treadmill(let metres, let seconds):
            return (0x1826, [(0x2ACD, "notify")], Self.machine(seconds, mood) { Self.belt(metres, $0, of: seconds) })
        case .stepClimber(let steps, let seconds):
            return (0x1826, [(0x2ACF, "notify")], Self.machine(seconds, mood) { Self.stairs(steps, $0, of: seconds) })
        default: return (0, [], [])
        }
    }

    /// A record for each of the last seconds, then standing still.
    private static func machine(_ seconds: Int, _ mood: Mood, _ record: (Int) -> Value) -> [Value] {
        let running = (max(0, seconds - 4)...seconds).map(record)
        guard mood != .hangsUpMidFrame else { return running }
        return running + (0..<5).map { _ in record(seconds) }
    }

    /// Speed, distance (bit 2), elapsed time (bit 10).
    private static func belt(_ metres: Int, _ second: Int, of seconds: Int) -> Value {
        Value(
            0x2ACD,
            AttributeBytes().number(0x0404, bytes: 2).number(second == seconds ? 0 : 420, bytes: 2)
                .number(metres * second / max(1, seconds), bytes: 3).number(second, bytes: 2))
    }

    /// Floors and steps, elapsed time (bit 7).
    private static func stairs(_ steps: Int, _ second: Int, of seconds: Int) -> Value {
        let climbed = steps * second / max(1, seconds)
        return Value(
            0x2ACF,
            AttributeBytes().number(0x0080, bytes: 2).number(climbed / 18, bytes: 2).number(climbed, bytes: 2)
                .number(second, bytes: 2))
    }
}
