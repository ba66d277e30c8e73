import FitnessMeasure

/// How an instrument of a profile talks. Written from the published formats and apart from the decoders, so that the
/// two check each other.
public struct LineSpeech: Sendable {
    /// The profile that it speaks.
    public let profileID: String
    /// A usual measurement.
    public let sample: LineSample
    /// What it is asked with; empty for an instrument that speaks by itself.
    public let question: [UInt8]
    let done: @Sendable (LineSample) -> [UInt8]
    let moving: (@Sendable (LineSample) -> [UInt8])?
    /// What it says when it failed; empty if it says nothing or nobody knows what.
    public let failure: [UInt8]
    /// What it answers while nobody uses it; empty for an instrument that speaks by itself.
    public let idle: [UInt8]
    /// What its clock is for.
    let dating: Dating
    /// How often in a row it must say a value until that counts.
    let repetitions: Int

    init(
        _ profileID: String, _ sample: [QuantityKind: String], question: String = "", failure: [UInt8] = [],
        idle: [UInt8] = [], repetitions: Int = 1, dating: Dating = .none,
        moving: (@Sendable (LineSample) -> [UInt8])? = nil,
        done: @escaping @Sendable (LineSample) -> [UInt8]
    ) {
        (self.profileID, self.sample, self.question) = (profileID, LineSample(sample), Array(question.utf8))
        (self.failure, self.idle, self.repetitions, self.dating) = (failure, idle, repetitions, dating)
        (self.moving, self.done) = (moving, done)
    }

    enum Dating: Sendable {
        /// It has no clock, or sends its time where nobody reads it.
        case none
        case clock
        /// It also keeps records, which it sends when it can.
        case records
    }

    /// The frame of a finished measurement.
    public func finished(_ sample: LineSample) -> [UInt8] { done(sample) }

    /// The frame of a value that does not hold still; nil for an instrument that shows none.
    public func unsettled(_ sample: LineSample) -> [UInt8]? { moving?(sample) }

    /// All that there are, in the order of their profiles.
    public static let all: [LineSpeech] = (cuffs + scales + analysers + counters + grips).sorted {
        $0.profileID < $1.profileID
    }
}
