import FitnessMeasure
import Foundation

/// What the kiosk remembers of an instrument for staff, from its start on.
struct InstrumentNotes: Equatable, Sendable {
    /// When it was last connected or said something.
    var heardAt: Date?
    /// How its clock was found and left, if it has one.
    var clock: ClockHealth?

    mutating func hear(_ report: DeviceReport, at now: Date) {
        switch report {
        case .health(_, .clock(let health)): clock = health
        case .health(_, .recordsRefused), .lost: break
        case .ready, .measuring, .reading, .failed: heardAt = now
        }
    }
}

/// An instrument as the staff's list shows it.
struct InstrumentLine: Equatable, Sendable {
    var place: InstrumentPlace
    var state: InstrumentState
    var notes: InstrumentNotes
    var isSimulated: Bool
}

extension App {
    var instrumentLines: [InstrumentLine] {
        setup.instruments.all.map { place in
            InstrumentLine(
                place: place, state: state(of: [place.id]), notes: notes[place.id] ?? InstrumentNotes(),
                isSimulated: isSimulated([place.id]))
        }
    }
}
