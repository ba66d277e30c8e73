import FitnessMeasure

/// What goes wrong with a simulated instrument's next measurement.
public enum LineMood: String, CaseIterable, Sendable {
    case fine
    /// It says that it failed.
    case failing
    /// It shows values before the value holds still.
    case unsettledFirst = "unsettled_first"
    /// The value never holds still.
    case neverStill = "never_still"
    /// Its clock was never set.
    case wrongClock = "wrong_clock"
    /// It flushes an old record of somebody else first.
    case storedFirst = "stored_first"
    /// The frame breaks off and the cable is pulled.
    case cutOff = "cut_off"
    /// Bytes that nobody sent come before the frame.
    case noisy
    /// A byte of the frame is bent.
    case bent
    /// Two frames in one piece.
    case twice
    /// Each byte comes alone.
    case byteByByte = "byte_by_byte"
    /// It says nothing at all.
    case silent
}

extension LineSpeech {
    /// The clock of an instrument whose battery was taken out.
    public static let unsetClock = DeviceTime(year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0)

    /// What comes over the line, piece by piece, when it measures this in that mood. Nil where the mood means nothing
    /// for the instrument.
    public func pieces(_ sample: LineSample, _ mood: LineMood) -> [[UInt8]]? {
        let frame = finished(sample)
        let all = Array(repeating: frame, count: repetitions)
        switch mood {
        case .fine, .cutOff: return all
        case .failing: return failure.isEmpty ? nil : [failure]
        case .unsettledFirst: return unsettled(sample).map { [$0, $0] + all }
        case .neverStill: return unsettled(sample).map { [$0, $0] }
        case .wrongClock: return dating != .none ? [finished(LineSample(sample.amounts, time: Self.unsetClock))] : nil
        case .storedFirst:
            return dating == .records ? [finished(LineSample(sample.amounts, time: yesterday(sample))) + frame] : nil
        case .noisy: return [[0x00, 0xff, 0x15] + frame, frame] + all
        case .bent: return [Self.bent(frame)]
        case .twice: return [frame + frame] + all
        case .byteByByte: return question.isEmpty ? frame.map { [$0] } : nil
        case .silent: return question.isEmpty ? nil : []
        }
    }

    private func yesterday(_ sample: LineSample) -> DeviceTime {
        var time = sample.time
        time.day = max(1, time.day - 1)
        return time
    }

    /// With one bit of the byte in its middle turned.
    private static func bent(_ frame: [UInt8]) -> [UInt8] {
        var frame = frame
        frame[frame.count / 2] ^= 0x40
        return frame
    }
}
