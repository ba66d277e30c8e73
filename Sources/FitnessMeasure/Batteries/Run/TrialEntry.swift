import Foundation

/// The values of one trial on their way into a run.
public struct TrialEntry: Equatable, Sendable {
    public var values: [QuantityValue]
    public var source: ValueSource
    public var flags: Set<QualityFlag>
    public var readingID: UUID?

    public init(
        _ values: [QuantityValue], from source: ValueSource, flags: Set<QualityFlag> = [], readingID: UUID? = nil
    ) {
        (self.values, self.source, self.flags, self.readingID) = (values, source, flags, readingID)
    }

    /// A device's reading, with all that is odd about it.
    public init(_ reading: Reading) {
        self.init(reading.values, from: .device, flags: reading.flags, readingID: reading.id)
    }
}

/// Why a run does not take something now.
public enum BatteryRunError: Error, Equatable, Sendable {
    case paused, notPaused
    /// No trial is open.
    case notMeasuring
    case noGateDue
    case notResting
    case nothingToConfirm, nothingToVoid
}
