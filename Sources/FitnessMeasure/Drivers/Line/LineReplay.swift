import Foundation

/// Plays a recording through the real driver's machine in the recording's own time, without waiting: the same recording
/// gives the same reports every time.
public struct LineReplay {
    private let profile: LineProfile
    private let key: DeviceKey
    private let makeID: @Sendable () -> UUID
    private let start: Date

    /// - Parameters:
    ///   - start: the wall time of the recording's first moment, for the readings' times.
    public init(
        _ profile: LineProfile, key: DeviceKey? = nil, start: Date, makeID: @escaping @Sendable () -> UUID
    ) {
        (self.profile, self.start, self.makeID) = (profile, start, makeID)
        self.key = key ?? profile.deviceKey
    }

    /// What the driver reports, each with its moment. At the recording's end the cable is pulled, long after the last
    /// byte.
    public func reports(of recording: DeviceRecording) -> [(at: Duration, report: DeviceReport)] {
        var machine = LineMachine(profile)
        var told: [(Duration, DeviceReport)] = [(.zero, .ready(key))]
        for entry in recording.entries where entry.direction != .toDevice {
            let now = entry.time.wholeNanoseconds
            told += elapsed(&machine, until: now)
            if entry.direction == .fromDevice {
                told += reports(machine.receive(entry.bytes, at: now), now)
            } else {
                machine = LineMachine(profile, shownBefore: machine.shown)
                told.append((entry.time, entry.bytes == DeviceRecording.out ? .lost(key) : .ready(key)))
            }
        }
        told += elapsed(&machine, until: .max)
        if case .lost = told.last?.1 { return told }
        return told + [(max(recording.entries.last?.time ?? .zero, told.last?.0 ?? .zero), .lost(key))]
    }

    private func elapsed(_ machine: inout LineMachine, until moment: Int64) -> [(Duration, DeviceReport)] {
        var told: [(Duration, DeviceReport)] = []
        while let deadline = machine.deadline, deadline < moment {
            told += reports(machine.elapse(at: deadline), deadline)
        }
        return told
    }

    private func reports(_ news: [LineMachine.News], _ now: Int64) -> [(Duration, DeviceReport)] {
        let wall = start.addingTimeInterval(Double(now) / 1_000_000_000)
        let stamper = LineStamper(
            key: key, isSimulated: true,
            stamps: ReadingStamps(makeID: makeID, now: { wall }, monotonic: { now }))
        return news.compactMap { stamper.report($0).map { (.nanoseconds(now), $0) } }
    }
}

extension LineProfile {
    /// The key of a device of this profile, unless there are several of the kind.
    public var deviceKey: DeviceKey { DeviceKey(rawValue: "serial:\(id)") }
}
