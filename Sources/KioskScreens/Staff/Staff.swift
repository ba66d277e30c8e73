import FitnessMeasure
import Foundation

/// The supporter's side: the tray of unclaimed readings, opened with a PIN.
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
    }

    public enum Event: Equatable, Sendable {
        case digit(Int), erased
        case entryTapped(TrayEntry)
        case jamo(Character)
        case personTapped(Person)
        case confirmed(Reassignment.Reason)
    }

    enum Request: Equatable, Sendable {
        case admit(pin: String)
        case find(initials: String)
        case claim(TrayEntry, Person, by: String, why: Reassignment.Reason)
    }

    static let pinLength = 6

    mutating func update(_ event: Event) -> Request? {
        switch (phase, event) {
        case (.pin, .digit(let digit)):
            refused = false
            pin.append(String(digit))
            guard pin.count == Self.pinLength else { return nil }
            defer { pin = "" }
            return .admit(pin: pin)
        case (.pin, .erased): _ = pin.popLast()
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
