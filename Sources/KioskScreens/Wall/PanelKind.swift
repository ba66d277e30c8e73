import Foundation
import SignageFeed

/// What the wall hangs on: who can reach it, and from where it is read.
public enum PanelKind: Equatable, Sendable {
    /// A touchscreen that one stands before.
    case kiosk
    /// A screen that nobody touches, read from `distance` metres.
    case television(distance: Double)
    /// An LED board of few, large pixels, read from the street.
    case board

    /// By its name in the settings; nil for another word.
    public init?(name: String, distance: Double) {
        switch name {
        case "kiosk": self = .kiosk
        case "television": self = .television(distance: distance)
        case "board": self = .board
        default: return nil
        }
    }

    /// By this name a playlist's items mean it (`screens`).
    public var name: String {
        switch self {
        case .kiosk: "kiosk"
        case .television: "television"
        case .board: "board"
        }
    }

    /// Somebody can touch it.
    public var isTouched: Bool { self == .kiosk }

    /// How much larger everything is than on a kiosk, whose smallest letters have 12 mm.
    ///
    /// Source: EN 301 549, 5.1.4: a capital H that fills 0.7° of sight. A Hangul syllable's ink is 0.91 of its em, an
    /// H 0.74, so a syllable of 12 mm has an H of 9.8 mm, which is enough for 0.8 m.
    public var zoom: Double {
        guard case .television(let distance) = self else { return 1 }
        let height = distance * 1_000 * tan(0.7 * .pi / 180)
        return max(1, height * 0.91 / 0.74 / 12)
    }

    /// How much of a text is on at once. From a television's distance 43 inches have room for about four lines of fifteen.
    var pageSyllables: Int { isTouched ? TextPages.syllables : 48 }

    /// The screen in the schedule's terms.
    public func profile(calendar: WallCalendar = .korea, quietHours: DayHours? = nil) -> ScreenProfile {
        ScreenProfile(
            names: [name], zones: [.main], calendar: calendar, quietHours: quietHours, pageSyllables: pageSyllables)
    }
}
