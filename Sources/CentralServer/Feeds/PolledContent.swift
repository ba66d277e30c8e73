import SignageFeed

/// Walls fed by the office's own polling: each centre shows the facts of its own sources, then of its municipality's.
public struct PolledContent: WallContentSource {
    let poller: FeedPoller

    public init(poller: FeedPoller) { self.poller = poller }

    public func content(for centre: Centre) async -> WallContent {
        let facts = await poller.facts(for: [centre.id, centre.municipalityId])
        return WallContent(
            weather: facts.weather, buses: facts.buses, notices: facts.notices, air: facts.air,
            warnings: facts.warnings, alerts: facts.alerts.isEmpty ? nil : facts.alerts, jobs: facts.jobs,
            courses: facts.courses, shelters: facts.shelters)
    }
}
