import Foundation
import KioskUI
import SignageFeed

/// The idle screen: clock and date, weather, buses, today's class, a notice; each fact with its age.
public struct WallScreen: Equatable, Sendable {
    public var snapshot: WallSnapshot?
    public var connection = Connection(isReachable: false, unsent: 0)
    /// Which notice is on: turned by time, one a minute.
    var noticeIndex = 0
    /// True while a simulated instrument is attached.
    public var isSimulated = false

    public init(snapshot: WallSnapshot? = nil) { self.snapshot = snapshot }

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
        (snapshot?.notices ?? []).filter { ($0.showFrom ?? .distantPast) <= now && now < ($0.showUntil ?? .distantFuture) }
    }

    func view(_ look: Look) -> View {
        .touch(
            "wall", .wallTouched,
            .column(
                spacing: 0, .stretch,
                [
                    .lattice(height: 15),
                    .flex(
                        1,
                        .box(
                            BoxStyle(corner: 0, padding: 8),
                            .split(facts: facts(look), story: story(look)))),
                ]))
    }

    private func facts(_ look: Look) -> View {
        .column(
            spacing: 5, .stretch,
            [clock(look)]
                + [weather(look), buses(look)].compactMap { $0 }
                + [.optional(priority: 3, todaysClass(look))])
    }

    private func story(_ look: Look) -> View {
        .column(spacing: 5, .stretch, [.flex(1, noticeCard(look)), invitation(look)])
    }

    private func clock(_ look: Look) -> View {
        var lines: [View] = [
            .text(look.words.date(look.now.wall, look.calendar), TextStyle(.heading)),
            .text(look.centreName, TextStyle(.caption, color: .quietInk)),
        ]
        if isSimulated { lines.append(.simulatedMark(look.words)) }
        return .row(
            spacing: 6, .center,
            [
                .flex(1, .column(spacing: 2, .leading, lines)),
                .text(
                    look.words.clock(look.now.wall, look.calendar),
                    TextStyle(.value(32), align: .trailing, fixedDigits: true)),
            ])
    }

    /// The foot of the wall: the one thing to do.
    private func invitation(_ look: Look) -> View {
        .box(
            BoxStyle(ground: .pine, padding: 8),
            .row(
                spacing: 6, .center,
                [
                    .icon(.touch, size: 20, .onPine),
                    .flex(1, .text(look.words.wall.invitation, TextStyle(.heading, color: .onPine))),
                ]))
    }
}
