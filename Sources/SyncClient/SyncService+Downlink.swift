import Foundation
import SyncWire

extension SyncService {
    /// Checks in, fetches what is new, waits. When the office cannot take it the wait grows, up to 15 minutes, and never
    /// ends. While the line is down it does not grow: an ask that reaches nobody burdens nobody, and the first one that is
    /// heard sends the events off, too, so that everything is at the office within one interval of the line's return.
    func runDownlink() async {
        var backoff = Backoff(seed: world.seed &+ 1)
        var alarm = Alarm(clock: world.clock)
        defer { alarm.cancel() }
        alarm.set(to: world.clock.now() + settings.bootDelay) { [checkIns] in checkIns.continuation.yield() }
        for await _ in checkIns.stream {
            let trouble = await checkInOnce()
            change { $0.contentTrouble = trouble }
            if trouble == nil, case .noNetwork = health.trouble { lineCameUp() }
            let rest = rest(after: trouble, &backoff)
            alarm.set(to: world.clock.now() + rest) { [checkIns] in checkIns.continuation.yield() }
        }
    }

    private func rest(after trouble: DownlinkError?, _ backoff: inout Backoff) -> Duration {
        guard let trouble, !trouble.isLineDown else {
            backoff.reset()
            return settings.checkInInterval
        }
        return max(settings.checkInInterval, backoff.delay(after: .overload))
    }

    private func checkInOnce() async -> DownlinkError? {
        do throws(DownlinkError) {
            let reply = try await downlink.checkIn(try await status())
            change { health in
                (health.lastContact, health.officeMilliseconds) = (world.now(), reply.serverMilliseconds)
            }
            if reply.contentVersion != health.contentVersion, let manifest = try await downlink.refresh() {
                change { $0.contentVersion = manifest.version }
            }
            try await downlink.refreshPlans(to: reply.plans)
            return nil
        } catch {
            return error
        }
    }

    private func status() async throws(DownlinkError) -> DeviceStatus {
        let facts = await world.facts()
        do {
            let (counts, version) = (try await outbox.statistics(), try await content.installedVersion())
            change { $0.contentVersion = version }
            return DeviceStatus(
                appVersion: facts.appVersion, stored: counts.stored, unsent: counts.unsent,
                quarantined: counts.quarantined, oldestUnsentMilliseconds: counts.oldestUnsentMilliseconds,
                freeDiskBytes: facts.freeDiskBytes, clockState: facts.clockState,
                wallMilliseconds: facts.wallMilliseconds, contentVersion: version)
        } catch {
            throw .storage(String(describing: error))
        }
    }
}
