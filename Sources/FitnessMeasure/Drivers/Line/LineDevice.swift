import Foundation
import Synchronization

/// Any serial instrument that has a profile: opens its link, asks and acknowledges as the profile says, and reports.
public struct LineDevice: DeviceDriver {
    public let key: DeviceKey
    public let profile: LineProfile
    private let link: any ByteLink
    private let isSimulated: Bool
    private let retry: Duration
    private let clock: any Clock<Duration>
    private let stamps: ReadingStamps

    /// - Parameters:
    ///   - key: stable over replugging; the profile's id unless there are several devices of the kind.
    ///   - retry: how long to wait before a lost device is looked for again.
    public init(
        _ profile: LineProfile, key: DeviceKey? = nil, link: any ByteLink, isSimulated: Bool,
        retry: Duration = .seconds(2), clock: any Clock<Duration> = ContinuousClock(), stamps: ReadingStamps
    ) {
        (self.profile, self.link, self.isSimulated) = (profile, link, isSimulated)
        self.key = key ?? profile.deviceKey
        (self.retry, self.clock, self.stamps) = (retry, clock, stamps)
    }

    /// Reports until cancelled, then throws `CancellationError`. A lost device is reported once, however long it is
    /// away.
    public func run(_ report: @escaping @Sendable (DeviceReport) -> Void) async throws {
        let presence = DevicePresence(report)
        var shown: [UInt8]?
        while true {
            do {
                let port = try await link.open()
                presence.tell(.ready(key))
                try await serve(port, &shown, presence.tell)
            } catch is LinkLost {
                try Task.checkCancellation()
                presence.tell(.lost(key))
            }
            try await clock.sleep(for: retry)
        }
    }

    /// Works an open link until it is lost, which it throws. `shown` is what the display held before and holds after.
    private func serve(
        _ port: any OpenByteLink, _ shown: inout [UInt8]?, _ report: @escaping @Sendable (DeviceReport) -> Void
    ) async throws {
        let session = LineSession(
            profile, stamper: LineStamper(key: key, isSimulated: isSimulated, stamps: stamps), shownBefore: shown,
            clock: clock, monotonic: stamps.monotonic, report: report)
        let outcome: Result<Void, any Error>
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await listen(port, session) }
                if profile.poll != nil { group.addTask { try await ask(port, session) } }
                defer { group.cancelAll() }
                try await group.next()
            }
            outcome = .failure(LinkLost(reason: "the link ended"))
        } catch {
            outcome = .failure(error)
        }
        shown = await session.end()
        await port.close()
        try outcome.get()
    }

    private func listen(_ port: any OpenByteLink, _ session: LineSession) async throws {
        for try await bytes in port.chunks {
            for answer in await session.receive(bytes) { try await port.write(answer) }
        }
    }

    private func ask(_ port: any OpenByteLink, _ session: LineSession) async throws {
        while true {
            let step = await session.question()
            if !step.send.isEmpty { try await port.write(step.send) }
            try await clock.sleep(for: step.wait)
        }
    }
}

/// Passes reports on, but says that a device is there, or gone, only when that is news.
private final class DevicePresence: Sendable {
    private let isThere = Mutex<Bool?>(nil)
    private let report: @Sendable (DeviceReport) -> Void

    init(_ report: @escaping @Sendable (DeviceReport) -> Void) { self.report = report }

    func tell(_ news: DeviceReport) {
        switch news {
        case .ready: if isNews(true) { report(news) }
        case .lost: if isNews(false) { report(news) }
        case .measuring, .reading, .failed, .health: report(news)
        }
    }

    private func isNews(_ isHere: Bool) -> Bool {
        isThere.withLock { isThere in
            defer { isThere = isHere }
            return isThere != isHere
        }
    }
}

/// Where a driver gets ids and times from, so that tests can choose them.
public struct ReadingStamps: Sendable {
    public var makeID: @Sendable () -> UUID
    public var now: @Sendable () -> Date
    /// Nanoseconds of the monotonic clock.
    public var monotonic: @Sendable () -> Int64

    public init(
        makeID: @escaping @Sendable () -> UUID, now: @escaping @Sendable () -> Date,
        monotonic: @escaping @Sendable () -> Int64
    ) {
        (self.makeID, self.now, self.monotonic) = (makeID, now, monotonic)
    }
}
