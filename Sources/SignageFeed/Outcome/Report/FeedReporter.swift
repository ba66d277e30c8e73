import Foundation

/// Looks into saved answers of one kind, in the order of their arrival: alerts and warnings have a history.
public struct FeedReporter: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case forecast = "kma-forecast"
        case midTerm = "kma-midterm"
        case warning = "kma-warning"
        case air
        case tago = "bus-tago"
        case seoul = "bus-seoul"
        case gyeonggi = "bus-gyeonggi"
        case gtfs = "gtfs-rt"
        case notices
        case cap
        case disasterText = "disaster-text"
    }

    let kind: Kind
    let context: FeedContext
    let site: AlertSite
    var ledger = AlertLedger()
    var log: [WarningLog.Event] = []

    var now: Date { context.receivedAt }

    /// A reporter for answers that arrived at the context's moment, for a kiosk at `site`.
    public init(_ kind: Kind, context: FeedContext, site: AlertSite = AlertSite()) {
        (self.kind, self.context, self.site) = (kind, context, site)
    }

    /// The report on one more file.
    public mutating func report(_ file: String, _ bytes: [UInt8]) -> FeedReport {
        switch kind {
        case .forecast: FeedReport(file, KMAWeather.parse(bytes, Self.forecastKind(bytes), context), forecastItems)
        case .midTerm: FeedReport(file, KMAMidTerm.parse(bytes, context), dayItems)
        case .warning: warningReport(file, bytes)
        case .air: FeedReport(file, AirKorea.parse(bytes, context), airItems)
        case .tago: FeedReport(file, TAGOArrivals.parse(bytes, context), busItems)
        case .seoul: FeedReport(file, SeoulBus.parse(bytes, context), busItems)
        case .gyeonggi: FeedReport(file, GyeonggiBus.parse(bytes, context), busItems)
        case .gtfs: FeedReport(file, predictions(bytes), predictionItems)
        case .notices: FeedReport(file, NoticeFeed.parse(bytes, context), noticeItems)
        case .cap: alertReport(file, CAPMessage.parse(bytes, context))
        case .disasterText: alertReport(file, DisasterText.parse(bytes, context))
        }
    }

    /// A nowcast calls its values by another name; whoever saved the file need not know which it is.
    private static func forecastKind(_ bytes: [UInt8]) -> KMAWeather.Kind {
        let mark = Array("obsrValue".utf8)
        var index = 0
        while let start = bytes[index...].firstIndex(of: mark[0]) {
            if bytes[start...].starts(with: mark) { return .nowcast }
            index = start + 1
        }
        return .forecast
    }

    private mutating func warningReport(_ file: String, _ bytes: [UInt8]) -> FeedReport {
        let outcome = KMAWarnings.events(bytes, context)
        if case .failed(let error) = outcome, error.code == .unexpectedShape {
            let bulletins = WarningBulletin.parse(bytes, context)
            if bulletins.value != nil { return FeedReport(file, bulletins, bulletinItems) }
        }
        log += outcome.value ?? []
        let known = log
        return FeedReport(file, outcome) { _ in warningItems(WarningLog.state(after: known)) }
    }

    private mutating func alertReport(_ file: String, _ outcome: FeedOutcome<Fact<[AlertMessage]>>) -> FeedReport {
        let items = (outcome.value?.value ?? []).map { message in
            Self.item(message, ledger.decide(message, at: now, for: site))
        }
        return FeedReport(file, outcome) { _ in items }
    }

    private func predictions(_ bytes: [UInt8]) -> FeedOutcome<[GTFSPredictor.Prediction]> {
        do throws(FeedError) {
            let predictor = try GTFSArrivals.predictor(bytes, context)
            guard !predictor.feed.trips.isEmpty else { return .empty }
            return .read(predictor.predictions(), GTFSArrivals.problems(predictor))
        } catch {
            return .failed(error)
        }
    }
}
