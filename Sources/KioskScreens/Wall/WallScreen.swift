import Foundation
import SignageFeed

/// The idle screen: clock and date, weather, buses, today's class, a notice; each fact with its age.
public struct WallScreen: Equatable, Sendable {
    public var snapshot: WallSnapshot?
    public var connection = Connection(isReachable: false, unsent: 0)
    /// Which notice is on: turned by time, one a minute.
    var noticeIndex = 0
    /// When the notices last changed: from then on they are shown from the first, which is the newest.
    var noticesSince = Duration.zero
    /// True while a simulated instrument is attached.
    public var isSimulated = false

    public init(snapshot: WallSnapshot? = nil) { self.snapshot = snapshot }

    mutating func take(_ snapshot: WallSnapshot, at now: Duration) {
        if snapshot.notices != self.snapshot?.notices { (noticesSince, noticeIndex) = (now, 0) }
        self.snapshot = snapshot
    }

    /// How long one notice stays.
    static let noticeTurn = Duration.seconds(60)

    /// Until the clock, a bus or the age of its estimate changes; ages are told in tens of seconds so that the picture
    /// may stand still in between.
    func nextTick(_ now: Moment) -> Duration {
        let seconds = now.wall.timeIntervalSince1970
        let step = snapshot?.buses == nil ? 60.0 : 10.0
        return .milliseconds(Int((step - seconds.truncatingRemainder(dividingBy: step)) * 1000) + 20)
    }

    func notices(at now: Date) -> [Notice] {
        (snapshot?.notices ?? []).filter {
            ($0.showFrom ?? .distantPast) <= now && now < ($0.showUntil ?? .distantFuture)
        }
    }
}
