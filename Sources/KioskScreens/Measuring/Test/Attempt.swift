import FitnessMeasure

/// One trial's value on its way to the disk.
public struct Attempt: Equatable, Sendable {
    public var reading: Reading
    public var side: BodySide?
    var source: ValueSource
    /// What was so unusual before that it was measured or typed again.
    var doubted: [[QuantityValue]] = []

    init(_ reading: Reading, side: BodySide?, source: ValueSource, doubted: [[QuantityValue]] = []) {
        (self.reading, self.side, self.source, self.doubted) = (reading, side, source, doubted)
    }

    /// How it came about, as far as the test's screen knows.
    func context(_ protocolID: ProtocolID) -> ReadingContext {
        ReadingContext(protocolID: protocolID, side: side, source: source)
    }

    /// As the visit's record keeps it, once it is on the disk.
    var trial: TestRecord.Trial {
        TestRecord.Trial(
            side: side, values: reading.values, source: source, flags: reading.flags, readingID: reading.id,
            doubted: doubted)
    }
}
