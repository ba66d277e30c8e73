import FitnessMeasure
import Foundation

/// The supporter's side, opened with a PIN: the tray of unclaimed readings, and the instruments.
public struct Staff: Equatable, Sendable {
    public internal(set) var phase: Phase
    var pin = ""
    var refused = false
    var page = 0

    public init(phase: Phase = .pin) { self.phase = phase }

    public enum Phase: Equatable, Sendable {
        case pin
        case tray([TrayEntry], by: String)
        /// Whose is it? Found by initial consonants.
        case choosing(TrayEntry, by: String, initials: String, found: [Person])
        case confirming(TrayEntry, Person, by: String)
        case instruments(by: String)
        case trying(InstrumentTrial, by: String)
        case pairing(Pairing, by: String)
    }

    public enum Event: Equatable, Sendable {
        case digit(Int), erased
        case entryTapped(TrayEntry)
        case jamo(Character)
        case personTapped(Person)
        case confirmed(Reassignment.Reason)
        case devicesTapped, instrumentTapped(Instrument), tryAgainTapped
        /// Also to look again.
        case pairTapped
        case foundTapped(FoundInstrument), comparedTapped(Bool), entered
    }

    enum Request: Equatable, Sendable {
        case admit(pin: String)
        case find(initials: String)
        case claim(TrayEntry, Person, by: String, why: Reassignment.Reason)
        case reply(PairingReply)
    }

    static let pinLength = 6

    /// `works`: how many works the radio was given so far.
    mutating func update(_ event: Event, works: inout Int) -> Request? {
        switch (phase, event) {
        case (.pin, .digit(let digit)):
            refused = false
            pin.append(String(digit))
            guard pin.count == Self.pinLength else { return nil }
            defer { pin = "" }
            return .admit(pin: pin)
        case (.pin, .erased): _ = pin.popLast()
        case (.tray, _), (.choosing, _), (.confirming, _): return give(event)
        case (.instruments, _), (.trying, _), (.pairing, _): return attach(event, works: &works)
        default: break
        }
        return nil
    }

    /// Gives a reading to its owner.
    private mutating func give(_ event: Event) -> Request? {
        switch (phase, event) {
        case (.tray(_, let by), .devicesTapped): (phase, page) = (.instruments(by: by), 0)
        case (.tray(_, let by), .entryTapped(let entry)):
            page = 0
            phase = .choosing(entry, by: by, initials: "", found: [])
        case (.choosing(let entry, let by, let initials, _), .jamo(let jamo)):
            let more = String((initials + String(jamo)).prefix(6))
            phase = .choosing(entry, by: by, initials: more, found: [])
            return more.count >= 2 ? .find(initials: more) : nil
        case (.choosing(let entry, let by, let initials, _), .erased):
            phase = .choosing(entry, by: by, initials: String(initials.dropLast()), found: [])
        case (.choosing(let entry, let by, _, _), .personTapped(let person)):
            phase = .confirming(entry, person, by: by)
        case (.confirming(let entry, let person, let by), .confirmed(let why)):
            return .claim(entry, person, by: by, why: why)
        default: break
        }
        return nil
    }
}
