import FitnessMeasure

/// An instrument of this kiosk, by the name that the settings give it.
public struct Instrument: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    /// What the settings' older keys call them.
    public static let cuff: Instrument = "cuff"
    public static let grip: Instrument = "grip"
}

/// What an instrument is there for.
public struct InstrumentPlace: Equatable, Sendable, Identifiable {
    public let id: Instrument
    /// The tests that wait for its values.
    public let tests: [FitnessTestID]
    /// True if it shows by itself whether it is plugged in. One on the radio is awake only to send.
    public let isWired: Bool
    /// Its driver's title, for staff.
    public let title: String
    /// Of how many points of its format nobody is sure yet; `kiosk device list` names them.
    public let unverified: Int

    public init(_ id: Instrument, tests: [FitnessTestID], isWired: Bool, title: String, unverified: Int = 0) {
        (self.id, self.tests, self.isWired, self.title) = (id, tests, isWired, title)
        self.unverified = unverified
    }
}

/// All instruments of a kiosk.
public struct InstrumentPlaces: Equatable, Sendable {
    public let all: [InstrumentPlace]

    public init(_ all: [InstrumentPlace]) { self.all = all }

    /// A cuff and a grip meter, with which most centres begin.
    public static let usual = InstrumentPlaces([
        InstrumentPlace(.cuff, tests: [.bloodPressure], isWired: false, title: "혈압계"),
        InstrumentPlace(.grip, tests: [.grip], isWired: true, title: "악력계"),
    ])

    /// Those that measure for a test; empty where people do.
    func serving(_ test: FitnessTestID) -> [Instrument] { all.filter { $0.tests.contains(test) }.map(\.id) }

    subscript(id: Instrument) -> InstrumentPlace? { all.first { $0.id == id } }
}

/// How an instrument is, in the screens' terms.
public enum InstrumentState: Equatable, Sendable {
    /// Never seen since the start, or lost: the senior cannot use it.
    case away
    case ready
    case measuring(QuantityValue?)
}

extension App {
    /// How the best of these is.
    func state(of instruments: [Instrument]) -> InstrumentState {
        let states = instruments.map { self.instruments[$0] ?? .away }
        return states.first { if case .measuring = $0 { true } else { false } } ?? states.first { $0 == .ready }
            ?? .away
    }

    /// The same, but what is on the radio is not away: it only sleeps until somebody uses it.
    func reach(of instruments: [Instrument]) -> InstrumentState {
        let state = state(of: instruments)
        let sleeps = instruments.contains { setup.instruments[$0]?.isWired == false }
        return state == .away && sleeps ? .ready : state
    }

    func isSimulated(_ instruments: [Instrument]) -> Bool { instruments.contains { simulated.contains($0) } }

    /// Those that a test waits for now. Where the screen itself can count or take the time, a cable that is not plugged
    /// in keeps nobody waiting.
    func instruments(for test: TestProtocol) -> [Instrument] {
        let serving = setup.instruments.serving(test.id)
        guard test.capture.isOnScreen else { return serving }
        return serving.filter { setup.instruments[$0]?.isWired == false || (instruments[$0] ?? .away) != .away }
    }

    /// Those whose values the screen that is on has asked for.
    var awaited: [Instrument] {
        switch screen {
        case .pressure: setup.instruments.serving(.bloodPressure)
        case .test(let measuring): measuring.instruments
        default: []
        }
    }
}

extension TestProtocol.Capture {
    /// True where the screen has a clock or a counter of its own.
    var isOnScreen: Bool { source == .timer || source == .counter }
}
