import Foundation
import KioskUI
import SignageFeed

extension App {
    /// An LED board of few, large pixels, which nobody touches.
    public var isBoard: Bool { setup.panel == .board }

    /// Share of its light. An alert has all of it, and so has a board that does not know the time.
    var boardLight: Double {
        guard wall.signage.cover == nil, wall.signage.banner == nil, latest.wall != .distantPast,
            wall.signage.plan(at: latest.wall).zones.allSatisfy({ !$0.reasons.contains(.unknownClock) })
        else { return 1 }
        return setup.brightness.light(at: latest.wall, setup.calendar)
    }
}

/// What the playlist has on now, as a board says it.
extension WallScreen {
    func board(_ plan: FramePlan, _ look: Look) -> View {
        BoardLayout(
            message: message(plan, look), clock: look.words.clock(look.now.wall, look.calendar),
            strip: plan.banner.map { $0.headline ?? look.words.alertKind($0) },
            mark: isSimulated ? look.words.measure.simulated : nil
        ).view(look)
    }

    private func message(_ plan: FramePlan, _ look: Look) -> BoardMessage {
        guard let zone = plan.zones.first else { return greeting(look, plan.at) }
        switch zone.shown {
        case .house: return greeting(look, zone.since)
        case .item(let id):
            guard let item = signage.item(id) else { return greeting(look, zone.since) }
            return facts(item, look) ?? words(item, zone, look) ?? greeting(look, zone.since)
        }
    }

    private func greeting(_ look: Look, _ since: Date) -> BoardMessage {
        .words(
            look.words.greeting(at: look.now.wall, look.calendar),
            label: look.words.date(look.now.wall, look.calendar), color: .pine, since: since)
    }

    private func facts(_ item: SignageItem, _ look: Look) -> BoardMessage? {
        switch item.content {
        case .weather: weatherMessage(look)
        case .buses: busMessage(look)
        case .picture(let picture, _):
            BoardMessage(label: look.centreName, color: .pine, body: .image(ImageID(picture.description)))
        case .frames(let source):
            BoardMessage(label: look.centreName, color: .pine, body: .image(.moving(source)))
        default: nil
        }
    }

    /// What is read.
    private func words(_ item: SignageItem, _ zone: ZonePlan, _ look: Look) -> BoardMessage? {
        let (words, story, since) = (look.words, look.words.story, zone.since)
        switch item.content {
        case .notice(let title, _):
            let age = signage.notice(of: item.id).map { words.noticeAge($0, at: look.now.wall, look.calendar) }
            return .words(title, label: words.wall.notice, color: .persimmon, foot: age, since: since)
        case .job(let posting), .course(let posting):
            let isJob = if case .job = item.content { true } else { false }
            let deadline = posting.applyBy.map { words.applyBy($0, at: look.now.wall, look.calendar) }
            return .words(
                posting.title, label: isJob ? story.job : story.course, color: .pine, foot: deadline, since: since)
        case .classOfToday: return classMessage(since, look)
        case .care:
            let told = signage.careCards.compactMap { signage.text(for: $0, look)?.title }
            return told.first.map { .words($0, label: story.care, color: .persimmon, since: since) }
        case .practice(let title, _): return .words(title, label: story.practice, color: .pine, since: since)
        case .newsletter(let title, _, _): return .words(title, label: words.wall.notice, color: .pine, since: since)
        case .localPin(let title, _): return .words(title, label: story.pin, color: .pine, since: since)
        case .weather, .buses, .picture, .frames, .noticeFeed, .unknown: return nil
        }
    }

    private func weatherMessage(_ look: Look) -> BoardMessage? {
        guard let (fact, now, temperature) = weatherNow(look) else { return nil }
        return BoardMessage(
            label: look.words.story.todaysWeather, color: .indigo,
            body: .value(look.words.degrees(temperature), Self.icon(now), look.words.sky(now)),
            foot: look.words.forecastAge(fact.issuedAt, at: look.now.wall, look.calendar))
    }

    private func busMessage(_ look: Look) -> BoardMessage? {
        let rows = busRows(look)
        guard let stop = snapshot?.buses?.value.stop, !rows.isEmpty else { return nil }
        return BoardMessage(label: stop, color: .indigo, body: .rows(rows))
    }

    /// A countdown never comes from an old estimate.
    private func busRows(_ look: Look) -> [BoardMessage.Row] {
        guard let fact = snapshot?.buses else { return [] }
        switch Freshness.of(.buses, issuedAt: fact.issuedAt, now: look.now.wall) {
        case .expired, .unknown: return []
        case .fresh, .old: break
        }
        return fact.value.arrivals.compactMap { arrival in
            arrival.remaining(at: look.now.wall, issuedAt: fact.issuedAt).map {
                BoardMessage.Row(name: arrival.route, value: look.words.bus(in: $0))
            }
        }
    }

    private func classMessage(_ since: Date, _ look: Look) -> BoardMessage? {
        let coming = (snapshot?.classes ?? [])
            .filter { look.calendar.isDate($0.startsAt, inSameDayAs: look.now.wall) && $0.endsAt > look.now.wall }
            .min { $0.startsAt < $1.startsAt }
        return coming.map { session in
            .words(
                look.words.classLine(session, look.calendar), label: look.words.wall.todaysClass, color: .pine,
                foot: look.words.classPlace(session), since: since)
        }
    }
}
