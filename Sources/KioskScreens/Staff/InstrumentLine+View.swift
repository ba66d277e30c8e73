import FitnessMeasure
import Foundation
import KioskUI

extension InstrumentLine {
    func choice(_ look: Look) -> Choice {
        Choice(
            icon: sign.icon, color: sign.color, title: look.words.named(self),
            caption: facts(look).joined(separator: " · "),
            id: TouchID("instrument-\(place.id.rawValue)"), event: .staff(.instrumentTapped(place.id))
        )
    }

    private var sign: (icon: Icon, color: ColorRole) {
        switch state {
        case .ready: (.check, .pine)
        case .measuring: (.timer, .pine)
        case .away: place.isWired ? (.warning, .persimmon) : (.bluetooth, .pine)
        }
    }

    /// How it is, since when it is silent, and what is wrong with its clock.
    func facts(_ look: Look) -> [String] {
        let words = look.words.instruments
        let silence = state == .away ? notes.heardAt.map { look.words.heard($0, look) } : nil
        return [words.state(self), silence, notes.clock.flatMap(words.clock)].compactMap { $0 }
    }
}

extension Words {
    fileprivate func named(_ line: InstrumentLine) -> String {
        line.isSimulated ? instruments.simulated(["name": line.place.title]) : line.place.title
    }

    fileprivate func heard(_ date: Date, _ look: Look) -> String {
        let isToday = look.calendar.isDate(date, inSameDayAs: look.now.wall)
        let when = isToday ? spokenTime(date, look.calendar) : day(date, look.calendar)
        return deviceRoom.lastHeard(["when": when])
    }
}

extension Words.InstrumentWords {
    fileprivate func state(_ line: InstrumentLine) -> String {
        switch line.state {
        case .ready: ready
        case .measuring: measuring
        case .away: line.place.isWired ? unplugged : sleeping
        }
    }

    /// Nothing of a clock that was right.
    fileprivate func clock(_ health: ClockHealth) -> String? {
        switch health.outcome {
        case .right: nil
        case .set, .unverified: health.offsetBefore.map { clockSet(["seconds": String(abs($0))]) }
        case .notKept, .refused:
            (health.offsetAfter ?? health.offsetBefore).map { clockWrong(["seconds": String(abs($0))]) }
        }
    }
}
