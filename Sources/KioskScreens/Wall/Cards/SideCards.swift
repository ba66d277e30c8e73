import Foundation
import KioskUI
import SignageFeed

/// What a playlist puts beside the main place (`side`) and at the foot (`strip`).
extension WallScreen {
    /// The item that a zone shows; nil while it has only our own cards, which have their place in the main one.
    private func item(in zone: Zone, _ plan: FramePlan) -> (SignageItem, ZonePlan)? {
        guard plan.cover == nil, let shown = plan.zones.first(where: { $0.zone == zone }),
            case .item(let id) = shown.shown, let item = signage.item(id)
        else { return nil }
        return (item, shown)
    }

    /// Which fact stands beside the main place because the playlist wants it there.
    func sideFact(in plan: FramePlan) -> WallFact? {
        item(in: .side, plan).flatMap { WallFact($0.0.content) }
    }

    func side(_ plan: FramePlan, _ look: Look) -> [View] {
        guard let (item, zone) = item(in: .side, plan), let card = sideCard(item, zone, look) else { return [] }
        return [.optional(priority: 2, .zone(.side, card))]
    }

    private func sideCard(_ item: SignageItem, _ zone: ZonePlan, _ look: Look) -> View? {
        switch item.content {
        case .weather: return weatherLine(look)
        case .buses: return buses(look)
        case .classOfToday: return todaysClass(look)
        case .picture(let picture, _), .newsletter(_, _, let picture), .localPin(_, let picture):
            return .card(padding: 4, .image(ImageID(picture.description), height: 70))
        case .frames(let source): return .card(padding: 0, .image(.moving(source), height: 70))
        case .notice, .job, .course, .care, .practice:
            return headline(item, look).map { Self.named($0.icon, $0.label, $0.title) }
        case .noticeFeed, .unknown: return nil
        }
    }

    private static func named(_ icon: Icon, _ label: String, _ title: String) -> View {
        .card(
            padding: 8,
            .row(
                spacing: 8, .center,
                [
                    .icon(icon, size: 26, .pine),
                    .flex(
                        1,
                        .column(
                            spacing: 4, .stretch,
                            [
                                .optional(priority: 7, .text(label, TextStyle(.caption, color: .quietInk))),
                                .firstFitting(
                                    [(TextSize.heading, 2), (.body, 2), (.caption, 3)].map { size, lines in
                                        .text(title, TextStyle(size, maxLines: lines))
                                    }),
                            ])),
                ]))
    }

    /// What an item is about, in one line.
    private func headline(_ item: SignageItem, _ look: Look) -> (icon: Icon, label: String, title: String)? {
        let (words, story) = (look.words.wall, look.words.story)
        switch item.content {
        case .notice(let title, _): return (.notice, words.notice, title)
        case .job(let posting): return (.work, story.job, posting.title)
        case .course(let posting): return (.school, story.course, posting.title)
        case .practice(let title, _): return (.practice, story.practice, title)
        case .newsletter(let title, _, _): return (.newspaper, words.notice, title)
        case .localPin(let title, _): return (.pin, story.pin, title)
        case .care:
            return signage.careCards.lazy.compactMap { signage.text(for: $0, look) }.first.map {
                (.warning, story.care, $0.title)
            }
        case .weather, .buses, .classOfToday, .picture, .frames, .noticeFeed, .unknown: return nil
        }
    }

    // MARK: The foot

    /// The line at the foot, and since when it is on.
    private func strip(_ plan: FramePlan, _ look: Look) -> (icon: Icon, line: String, zone: ZonePlan)? {
        guard plan.banner == nil, let (item, zone) = item(in: .strip, plan), let words = headline(item, look) else {
            return nil
        }
        return (words.icon, words.title, zone)
    }

    /// As wide as the panel; it stands in up to two lines, or moves where the installer wants that.
    func foot(_ plan: FramePlan, _ look: Look) -> [View] {
        guard let (icon, line, zone) = strip(plan, look) else { return [] }
        let words: View
        if let ticker, ticker.moves(line) {
            let shift = ticker.shift(of: line, after: look.now.wall.timeIntervalSince(zone.since))
            words = .ticker(line, TextStyle(.body), shift: Millimetres(shift))
        } else {
            let standing = [(TextSize.body, 1), (.caption, 2)].map { size, lines -> View in
                .row(
                    spacing: 6, .center,
                    [.icon(icon, size: 18, .pine), .flex(1, .text(line, TextStyle(size, maxLines: lines)))])
            }
            words = .firstFitting(standing)
        }
        return [.box(BoxStyle(ground: .mint, corner: 0, padding: 7), .zone(.strip, words))]
    }

    /// Until the line at the foot stands elsewhere; nil while none moves.
    func tickerStep(_ plan: FramePlan, _ now: Moment) -> Duration? {
        guard let ticker, plan.banner == nil, let (item, zone) = item(in: .strip, plan),
            let line = Self.line(item.content)
        else { return nil }
        return ticker.nextStep(of: line, after: now.wall.timeIntervalSince(zone.since)).map { .seconds($0) }
    }

    /// The words of an item that may be long.
    private static func line(_ content: SignageContent) -> String? {
        switch content {
        case .notice(let title, _), .newsletter(let title, _, _), .localPin(let title, _), .practice(let title, _):
            title
        case .job(let posting), .course(let posting): posting.title
        default: nil
        }
    }
}
