import Foundation
import KioskUI
import SignageFeed

extension WallScreen {
    /// What has the main place now.
    func story(_ plan: FramePlan, _ look: Look) -> View {
        // While a class is on nothing turns or fades beside it.
        if plan.cover == .activity(.classSession), let lesson = classStory(look) { return lesson }
        guard let zone = plan.zones.first else { return house(.greeting, look) }
        switch zone.shown {
        case .house(let card): return house(card, look)
        // What cannot be drawn after all gives its place to the room's own greeting: never an empty wall.
        case .item(let id): return signage.item(id).flatMap { story($0, zone, look) } ?? house(.greeting, look)
        }
    }

    private func story(_ item: SignageItem, _ zone: ZonePlan, _ look: Look) -> View? {
        switch item.content {
        case .weather(.today): weatherToday(look)
        case .weather(.tomorrow): weatherTomorrow(look)
        case .weather(.week): weatherWeek(look)
        case .buses: busBoard(look)
        case .notice(let title, let text): notice(title, text, item.id, zone, look)
        case .job(let posting): job(posting, zone, look)
        case .course(let posting): course(posting, zone, look)
        case .newsletter(let title, let page, let picture): newsletter(title, page: page, picture, look)
        case .classOfToday: classStory(look)
        case .care: careStory(zone, look)
        case .practice(let title, let steps): practice(title, steps, look)
        case .picture(let picture, let caption): self.picture(picture, caption: caption)
        case .localPin(let title, let picture): pin(title, picture, item.window.last, look)
        case .frames(let source): frames(source)
        case .noticeFeed, .unknown: nil
        }
    }

    /// Which fact has the main place already, so that it does not stand there twice.
    func fact(in plan: FramePlan) -> WallFact? {
        if plan.cover == .activity(.classSession) { return .classes }
        guard case .item(let id) = plan.zones.first?.shown, let item = signage.item(id) else { return nil }
        return WallFact(item.content)
    }
}

/// What stands beside the main place.
enum WallFact: CaseIterable {
    case weather, buses, classes

    init?(_ content: SignageContent) {
        switch content {
        case .weather: self = .weather
        case .buses: self = .buses
        case .classOfToday: self = .classes
        default: return nil
        }
    }
}
