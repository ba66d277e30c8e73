import Foundation

extension KnownClocks {
    /// One device's clock as it is kept over a restart. Moments are wall time, since the monotonic clock begins anew.
    struct Kept: Codable, Equatable {
        var device: DeviceKey
        var offset: Int?
        var seen: Date
        var isMoved: Bool
        var former: [Former]
        var learned: LearnedClock?

        struct Former: Codable, Equatable {
            var offset: Int
            var until: Date
        }
    }

    /// What was kept by ``kept(at:monotonic:)``. Throws what the decoder says of other bytes.
    public convenience init(kept bytes: Data, at now: Date, monotonic: Int64) throws {
        let kept = try JSONDecoder().decode([Kept].self, from: bytes)
        self.init(kept.prefix(GattConversation.mostRemembered)) { Self.moment($0, now, monotonic) }
    }

    /// For the disk: no readings and no persons, only clocks.
    public func kept(at now: Date, monotonic: Int64) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(
            snapshot { now.addingTimeInterval(Double($0 - monotonic) / 1e9) }.sorted {
                $0.device.rawValue < $1.device.rawValue
            })
    }

    /// At most a generation away, so that no date makes the nanoseconds overflow.
    private static func moment(_ date: Date, _ now: Date, _ monotonic: Int64) -> Int64 {
        let seconds = min(max(-1e9, date.timeIntervalSince(now)), 1e9)
        return monotonic + Int64(seconds * 1e9)
    }
}
