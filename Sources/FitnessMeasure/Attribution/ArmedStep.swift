import Foundation

/// A person whose step waits for a reading.
public struct ArmedStep: Equatable, Sendable {
    public var visitID: UUID
    public var personID: UUID
    public var test: FitnessTest
    /// Monotonic nanoseconds of the arming.
    public var since: Int64
    /// The same moment on the device's own clock, if its offset is known; some devices send old records when they
    /// connect and do not say so.
    public var sinceOnDevice: DeviceTime?
    /// By how much a device's clock may be slow before its record counts as old.
    public var clockTolerance: Duration
    /// The person's last values, to notice a unit that was taken for another. Nothing is ever converted by them.
    public var lastValues: [QuantityValue]

    public init(
        visitID: UUID, personID: UUID, test: FitnessTest, since: Int64, sinceOnDevice: DeviceTime? = nil,
        clockTolerance: Duration = .seconds(120), lastValues: [QuantityValue] = []
    ) {
        (self.visitID, self.personID, self.test) = (visitID, personID, test)
        (self.since, self.sinceOnDevice, self.clockTolerance) = (since, sinceOnDevice, clockTolerance)
        self.lastValues = lastValues
    }

    /// True if the reading has every value that the test cannot do without.
    func wants(_ reading: Reading) -> Bool {
        test.items.filter(\.isRequired).allSatisfy { reading[$0.quantity] != nil }
    }

    /// True if the reading says that it was taken before the arming, by its device's clock and that clock's offset. Both
    /// clocks show whole seconds, so two of them are no difference.
    func isOlder(_ reading: Reading) -> Bool {
        guard let taken = reading.takenMonotonic else { return isOlder(reading.deviceTime) }
        return .nanoseconds(taken) < .nanoseconds(since) - Self.clockResolution
    }

    static let clockResolution = Duration.seconds(2)

    /// True if the device's clock says that the record was made before the arming. An unknown time is not old.
    func isOlder(_ time: DeviceTime?) -> Bool {
        guard let taken = time?.seconds, let start = sinceOnDevice?.seconds else { return false }
        return .seconds(taken) < .seconds(start) - clockTolerance
    }
}
