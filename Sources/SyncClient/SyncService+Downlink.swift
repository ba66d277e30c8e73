import Foundation
import SyncWire

extension SyncService {
    /// Checks in, fetches what is new, waits. After a failure the wait grows, up to 15 minutes, and never ends.
    func runDownlink() async {
        var backoff = Backoff(seed: world.seed &+ 1)
        var alarm = Alarm(clock: world.clock)
        defer { alarm.cancel() }
        alarm.set(to: world.clock.now() + settings.bootDelay) { [checkIns] in checkIns.continuation.yield() }
        for await _ in checkIns.stream {
            let trouble = await checkInOnce()
            change { $0.contentTrouble = trouble }
            if trouble == nil { backoff.reset() }
            let rest =
                trouble == nil
                ? settings.checkInInterval : max(settings.checkInInterval, backoff.delay(after: .network))
            alarm.set(to: world.clock.now() + rest) { [checkIns] in checkIns.continuation.yield() }
        }
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
