/// No card today: found by the name's initial consonants or by the phone's last four digits.
public struct FindPerson: Equatable, Sendable {
    public internal(set) var way: Way
    var initials = ""
    var digits = ""
    var found: [Person]?
    var page = 0

    public init(way: Way = .choosing) { self.way = way }

    public enum Way: Equatable, Sendable { case choosing, initials, phone }

    public enum Event: Equatable, Sendable {
        case wayChosen(Way)
        case jamo(Character), digit(Int), erased
        case personTapped(Person)
        case nobodyTapped
    }

    /// What to look for now.
    enum Query: Equatable, Sendable { case initials(String), phone(String) }

    /// Names are searched from two consonants on, phones from four digits on.
    mutating func update(_ event: Event) -> Query? {
        switch (way, event) {
        case (_, .wayChosen(let chosen)): self = FindPerson(way: chosen)
        case (.initials, .jamo(let jamo)):
            guard initials.count < 6 else { return nil }
            initials.append(jamo)
            return changed()
        case (.initials, .erased):
            _ = initials.popLast()
            return changed()
        case (.phone, .digit(let digit)):
            guard digits.count < 4 else { return nil }
            digits.append(String(digit))
            return changed()
        case (.phone, .erased):
            _ = digits.popLast()
            return changed()
        default: break
        }
        return nil
    }

    private mutating func changed() -> Query? {
        found = nil
        page = 0
        switch way {
        case .initials: return initials.count >= 2 ? .initials(initials) : nil
        case .phone: return digits.count == 4 ? .phone(digits) : nil
        case .choosing: return nil
        }
    }

    mutating func goBack() -> Bool {
        if found != nil {
            self = FindPerson(way: way)
            return true
        }
        guard way != .choosing else { return false }
        self = FindPerson()
        return true
    }
}
