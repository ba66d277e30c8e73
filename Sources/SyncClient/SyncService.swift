import Foundation
import Logging
import SyncWire

/// What the kiosk knows of itself at a check-in, beside the outbox.
public struct DeviceFacts: Sendable {
    public var appVersion: String
    public var freeDiskBytes: Int64
    public var clockState: ClockState
    public var wallMilliseconds: Int64

    public init(appVersion: String, freeDiskBytes: Int64, clockState: ClockState, wallMilliseconds: Int64) {
        (self.appVersion, self.freeDiskBytes) = (appVersion, freeDiskBytes)
        (self.clockState, self.wallMilliseconds) = (clockState, wallMilliseconds)
    }
}

/// Keeps a kiosk and its office together: events up, status and content down, for ever.
public actor SyncService {
    /// What a deployment may choose.
    public struct Settings: Sendable {
        /// Wait before the first try; a random time up to five minutes spreads a district's morning.
        public var bootDelay: Duration = .zero
        /// Between check-ins.
        public var checkInInterval: Duration = .seconds(60)
        public var pace = UplinkState.Pace()
        public var contentLimits = Downlink.Limits()
        public init() {}
    }

    /// The world around the service.
    public struct World: Sendable {
        public var clock: SyncClock
        public var now: @Sendable () -> Date
        /// Seed of all jitter.
        public var seed: UInt64
        public var facts: @Sendable () async -> DeviceFacts
        /// Called on each change, from any task; must return at once.
        public var report: @Sendable (SyncHealth) -> Void

        public init(
            clock: SyncClock, now: @escaping @Sendable () -> Date, seed: UInt64,
            facts: @escaping @Sendable () async -> DeviceFacts, report: @escaping @Sendable (SyncHealth) -> Void
        ) {
            (self.clock, self.now, self.seed, self.facts, self.report) = (clock, now, seed, facts, report)
        }
    }

    let outbox: any Outbox
    let content: any ContentSink
    let downlink: Downlink
    let uplink: Uplink
    let settings: Settings
    let world: World
    let logger: Logger
    private let inbox = AsyncStream.makeStream(of: UplinkState.Event.self)
    let checkIns = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    private(set) var health = SyncHealth()

    public init(
        identity: DeviceIdentity, outbox: any Outbox, content: any ContentSink, plans: (any PlanShelf)? = nil,
        exchange: @escaping HTTPExchange, settings: Settings = Settings(), world: World, logger: Logger
    ) {
        let office = OfficeClient(identity: identity, exchange: exchange)
        (self.outbox, self.content) = (outbox, content)
        uplink = Uplink(office: office, outbox: outbox, logger: logger)
        downlink = Downlink(office: office, content: content, plans: plans, limits: settings.contentLimits)
        (self.settings, self.world, self.logger) = (settings, world, logger)
    }

    /// Tries at once: the link came up, or somebody pressed "send now".
    public nonisolated func nudge() {
        inbox.continuation.yield(.nudged)
        checkIns.continuation.yield()
    }

    /// The office was heard again: what waits for the line goes now.
    nonisolated func lineCameUp() { inbox.continuation.yield(.nudged) }

    /// Runs until cancelled. To be run once.
    public func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.runUplink() }
            group.addTask { await self.runDownlink() }
            group.addTask { await self.forwardRecordings() }
        }
    }

    private func forwardRecordings() async {
        for await _ in outbox.recordings() { inbox.continuation.yield(.recorded) }
    }

    /// One state, one inbox. What is under way never blocks it: an answer is an event as any other.
    private func runUplink() async {
        var state = UplinkState(
            now: world.clock.now(), bootDelay: settings.bootDelay, seed: world.seed, pace: settings.pace)
        var alarm = Alarm(clock: world.clock)
        let work = WorkUnderWay()
        defer {
            alarm.cancel()
            work.cancel()
        }
        await refreshCounts()
        alarm.set(to: state.deadline) { [inbox] in inbox.continuation.yield(.timer) }
        var receipt: UploadReceipt?
        for await event in inbox.stream {
            for effect in state.update(event, at: world.clock.now()) {
                if case .apply(_, let heard) = effect { receipt = heard }
                work.start { [uplink, inbox] in inbox.continuation.yield(await uplink.perform(effect)) }
            }
            alarm.set(to: state.deadline) { [inbox] in inbox.continuation.yield(.timer) }
            note(state.trouble)
            switch event {
            case .recorded: await refreshCounts()
            case .answered(_, .applied): await note(receipt)
            case .timer, .nudged, .answered: break
            }
        }
    }

    private func note(_ receipt: UploadReceipt?) async {
        guard let receipt else { return }
        change { health in
            (health.lastContact, health.officeMilliseconds) = (world.now(), receipt.serverMilliseconds)
            if receipt.tookSomething { health.lastAcknowledged = world.now() }
        }
        await refreshCounts()
    }

    private func note(_ trouble: SyncTrouble?) {
        if trouble != health.trouble {
            logger.info("Sync changed", metadata: ["trouble": "\(String(describing: trouble))"])
        }
        change { $0.trouble = trouble }
    }

    func refreshCounts() async {
        do {
            let statistics = try await outbox.statistics()
            change { health in
                (health.unsent, health.quarantined) = (statistics.unsent, statistics.quarantined)
                health.conflicts = statistics.conflicts
            }
        } catch {
            guard !Task.isCancelled else { return }
            logger.error("Outbox cannot be counted", metadata: ["error": "\(error)"])
        }
    }

    /// Changes the health and reports it, if it became another.
    func change(_ edit: (inout SyncHealth) -> Void) {
        let before = health
        edit(&health)
        if health != before { world.report(health) }
    }
}
