import Foundation
import Testing

@testable import SignageFeed

@Suite struct AlertPlanTests {
    private let now = FeedSamples.now
    private let schedule = WallSamples.schedule(["a", "b", "c"].map { WallSamples.item($0, seconds: 60) })

    private func state(_ messages: [AlertMessage], activity: Activity? = nil, at date: Date? = nil) -> WallState {
        var state = WallState(trust: .known)
        state.take(alerts: WallSamples.alerts(messages, at: date ?? now), activity: activity, at: date ?? now)
        return state
    }

    private func covering(_ plan: FramePlan) -> AlertPlan? {
        guard case .alert(let alert)? = plan.cover else { return nil }
        return alert
    }

    @Test func `a grave alert takes the screen with everything it has`() throws {
        let plan = schedule.wall(at: now, state([WallSamples.message(until: now + 600)]))
        let alert = try #require(covering(plan))
        #expect(alert.level == .grave && alert.style == .fullScreen && alert.colour == .red && alert.chime == .triple)
        #expect(alert.text == "옥천읍 주민은 학교로 대피하십시오." && alert.endsAt == now + 600)
        #expect(alert.speech?.sentences == ["산불이 났습니다", alert.text] && alert.speech?.times == 3)
        #expect(alert.speech?.opening == .alert && plan.zones[0].reasons.contains(.paused))
    }

    @Test(
        arguments: [
            (.severe, .orange, .single, 2),
            (.moderate, .yellow, nil, 1), (.minor, .yellow, nil, 1), (.unknown, .yellow, nil, 1),
        ] as [(AlertMessage.Severity, AlertPlan.Colour, AlertPlan.Chime?, Int)])
    func `each level has its own look and sound`(
        severity: AlertMessage.Severity, colour: AlertPlan.Colour, chime: AlertPlan.Chime?, times: Int
    ) throws {
        let plan = schedule.wall(at: now, state([WallSamples.message("1", severity)]))
        let alert = try #require(covering(plan) ?? plan.banner)
        #expect(alert.colour == colour && alert.chime == chime && alert.speech?.times == times)
        #expect((plan.cover == nil) == (severity != .severe))
    }

    @Test func `an all-clear is calm and stays at the edge`() throws {
        let plan = schedule.wall(at: now, state([WallSamples.message(isCalm: true)]))
        let banner = try #require(plan.banner)
        #expect(plan.cover == nil && banner.colour == .calm && banner.chime == nil)
        #expect(banner.speech?.opening == .allClear && banner.speech?.times == 1)
    }

    @Test func `what begins later is announced at the edge, and takes the screen when it begins`() throws {
        var message = WallSamples.message()
        message.infos[0].onset = now + 30
        let state = state([message])
        let plan = schedule.wall(at: now, state)
        #expect(plan.cover == nil && plan.banner?.style == .banner && plan.nextChange <= now + 30)
        #expect(covering(schedule.wall(at: now + 30, state))?.style == .fullScreen)
    }

    @Test func `an exercise says that it is one`() throws {
        let plan = schedule.wall(at: now, state([WallSamples.message(status: .exercise)]))
        let exercise = try #require(covering(plan))
        #expect(exercise.isExercise && exercise.speech?.opening == .exercise)
    }

    @Test func `in quiet hours only the gravest is heard`() throws {
        let screen = ScreenProfile(quietHours: try WallSamples.hours("21:00", "07:00"))
        let schedule = WallSamples.schedule([WallSamples.item("a")], screen)
        func heard(_ severity: AlertMessage.Severity, _ time: String, _ trust: ClockTrust = .known) throws -> Bool {
            let at = FeedSamples.korean(time)
            var state = WallState(trust: trust)
            let alerts = WallSamples.alerts([WallSamples.message("1", severity, from: at)], at: at)
            state.take(alerts: alerts, activity: nil, at: at)
            let alert = try #require(covering(schedule.wall(at: at, state)))
            #expect((alert.chime != nil) == (alert.speech != nil))
            return alert.speech != nil
        }
        #expect(try heard(.extreme, "2026-11-20 23:00") && heard(.severe, "2026-11-20 07:00"))
        #expect(try !heard(.severe, "2026-11-20 23:00") && !heard(.severe, "2026-11-21 06:59"))
        #expect(try heard(.severe, "2026-11-20 23:00", .unknown))
    }

    @Test func `the end of quiet hours is a change`() throws {
        let screen = ScreenProfile(quietHours: try WallSamples.hours("21:00", "09:00"))
        let at = now - 30
        var state = WallState(trust: .known)
        let alerts = WallSamples.alerts([WallSamples.message("1", .severe, from: at)], at: at)
        state.take(alerts: alerts, activity: nil, at: at)
        #expect(WallSamples.schedule([], screen).wall(at: at, state).nextChange == now)
    }

    @Test func `it ends when it ends, and what was there goes on with the time it had left`() throws {
        var state = WallState(trust: .known)
        let before = schedule.wall(at: now, state)
        let start = before.zones[0].since + 25
        let fire = WallSamples.message(from: start, until: start + 3_600)
        state.take(alerts: WallSamples.alerts([fire], at: start), activity: nil, at: start)
        let during = schedule.wall(at: start + 1_800, state)
        #expect(covering(during) != nil && during.zones[0].shown == before.zones[0].shown)
        let over = schedule.wall(at: start + 3_600, state)
        #expect(over.cover == nil)
        state.take(alerts: [], activity: nil, at: start + 3_600)
        let after = schedule.wall(at: start + 3_600, state)
        #expect(after.zones[0].shown == before.zones[0].shown)
        #expect(after.zones[0].until == start + 3_600 + 35 && after.zones[0].since == before.zones[0].since)
        #expect(schedule.wall(at: after.nextChange, state).zones[0].shown != before.zones[0].shown)
    }

    @Test func `an item that ended meanwhile does not come back`() throws {
        let item = WallSamples.item("a", ShowWindow(closesAt: now + 60))
        let schedule = WallSamples.schedule([item])
        var state = state([WallSamples.message()])
        state.take(alerts: [], activity: nil, at: now + 120)
        #expect(WallSamples.shown(schedule.wall(at: now + 120, state)) == nil)
    }

    @Test(arguments: [Activity.classSession, .measuring, .person])
    func `only the gravest breaks into what the room is doing`(activity: Activity) throws {
        let grave = schedule.wall(at: now, state([WallSamples.message()], activity: activity))
        #expect(covering(grave)?.level == .grave)
        for severity in [AlertMessage.Severity.severe, .moderate] {
            let plan = schedule.wall(at: now, state([WallSamples.message("1", severity)], activity: activity))
            #expect(plan.cover == .activity(activity) && plan.banner == nil && plan.waitingAlerts == 1)
        }
        let quiet = schedule.wall(at: now, state([], activity: activity))
        #expect(quiet.cover == .activity(activity) && quiet.waitingAlerts == 0)
    }

    @Test func `alerts of one level take turns, lesser ones wait`() throws {
        let messages = [
            WallSamples.message("1"), WallSamples.message("2"), WallSamples.message("3", .severe),
            WallSamples.message("4", .minor),
        ]
        let state = state(messages)
        var at = now
        var seen: [String] = []
        for _ in 0..<4 {
            let plan = schedule.wall(at: at, state)
            #expect(plan.waitingAlerts == 3 && plan.banner == nil)
            seen.append(try #require(covering(plan)).reference.identifier)
            at = plan.nextChange
        }
        #expect(Set(seen) == ["1", "2"] && seen[0] == seen[2] && seen[0] != seen[1])
    }

    /// A playlist that tries every way to an alert's look.
    @Test func `no content becomes an alert`() throws {
        let tricks = ["alert", "Alert", "ALERT", "alert ", "emergency", "cap", "notice", "picture", "frames"]
        let dress = #""level":"grave","colour":"red","chime":"triple","extent":"screen","isAlert":true"#
        var rows = tricks.enumerated().map {
            #"{"id":"t\#($0.offset)","kind":"\#($0.element)","title":"대피",\#(dress)}"#
        }
        rows += [
            #"{"id":"n","kind":"notice","title":"[위급재난] 즉시 대피","text":"긴급","priority":9,"share":50}"#,
            #"{"id":"f","kind":"frames","source":"alert","priority":9}"#,
        ]
        let bytes = Array(#"{"version":1,"items":[\#(rows.joined(separator: ","))],"alerts":[{\#(dress)}]}"#.utf8)
        let reading = try Playlist.read(bytes)
        let schedule = WallSchedule(reading.playlist)
        var at = now
        for _ in 0..<500 {
            let plan = schedule.wall(at: at, WallState(trust: .known))
            #expect(plan.cover == nil && plan.banner == nil)
            at = plan.nextChange
        }
        #expect(!((AlertPlan.self as Any.Type) is any Decodable.Type))
        #expect(!((CurrentAlert.self as Any.Type) is any Decodable.Type))
    }
}
