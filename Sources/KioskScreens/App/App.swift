import FitnessMeasure
import Foundation
import KioskUI
import SeniorCard
import SignageFeed

/// The kiosk's whole state: the screen that is on, and what outlives screens.
///
/// `update` is the only place where it changes; work is asked for as ``Effect`` values and comes back as
/// ``Answer`` events. The view is a function of this value.
public struct App: Sendable {
    public internal(set) var screen: Screen = .wall
    public internal(set) var overlay: Overlay?
    public internal(set) var wall: WallScreen
    public internal(set) var visit: Visit?
    public internal(set) var display: DisplaySettings
    /// What this visit has answered, measured and left out.
    public internal(set) var progress = BatteryProgress()
    public internal(set) var instruments: [Instrument: InstrumentState] = [:]
    /// For staff.
    var notes: [Instrument: InstrumentNotes] = [:]
    /// How many works staff gave the radio.
    var radioWorks = 0
    var simulated: Set<Instrument>
    var attribution: Attribution
    /// When each instrument last showed a changing value, in nanoseconds.
    var movedAt: [Instrument: Int64] = [:]
    /// Readings on their way to the disk, by request: one that fails after its screen has gone waits in the tray.
    var saving: [Int: Unsaved] = [:]
    let makeID: @Sendable () -> UUID
    /// Number of the request whose answer is awaited; older answers are dropped.
    var request = 0
    var lastActivity: Duration = .zero
    /// When the newest event came.
    var latest = Moment(monotonic: .zero, wall: .distantPast)
    /// Which of its pages the first screen shows, when everything is drawn so large that it needs some.
    var startPage = 0
    let setup: Setup

    /// `makeID` names what is counted on the screen itself.
    public init(setup: Setup, makeID: @escaping @Sendable () -> UUID = { UUID() }) {
        (self.setup, self.makeID) = (setup, makeID)
        attribution = Attribution(ranges: setup.evaluation.ranges)
        wall = WallScreen(
            panel: setup.panel,
            signage: Signage(
                site: setup.site, screen: setup.panel.profile(quietHours: setup.quietHours), care: setup.care,
                shelters: setup.shelters))
        wall.ticker = setup.ticker
        wall.isSimulated = !setup.simulated.isEmpty
        display = DisplaySettings(language: setup.language)
        simulated = setup.simulated
    }

    /// What the installer decided.
    public struct Setup: Sendable {
        public var language: Language
        public var supporters: [String]
        public var simulated: Set<Instrument>
        public var calendar: Calendar
        public var evaluation: FitnessTables
        public var tests: TestCatalogue
        /// What **체력 재기** goes through.
        public var battery: Battery
        public var instruments: InstrumentPlaces
        /// Where the centre stands: which disaster messages mean it. Every one does while nothing is known.
        public var site: AlertSite
        public var panel: PanelKind
        public var care: CareBook
        /// Of a board, by the time of day.
        public var brightness: BoardBrightness
        /// No bell and no voice, but for the gravest alerts.
        public var quietHours: DayHours?
        /// How a long line at the wall's foot moves; nil where nothing moves.
        public var ticker: TickerPace?
        /// From heat and cold, until the office tells of some.
        public var shelters: [Shelter]

        public init(
            language: Language = .korean, supporters: [String] = [], simulated: Set<Instrument> = [],
            calendar: Calendar, evaluation: FitnessTables, tests: TestCatalogue, battery: Battery,
            instruments: InstrumentPlaces = .usual, site: AlertSite = AlertSite(), panel: PanelKind = .kiosk,
            care: CareBook = .empty, brightness: BoardBrightness = .standard, quietHours: DayHours? = nil,
            shelters: [Shelter] = [], ticker: TickerPace? = nil
        ) {
            (self.shelters, self.ticker) = (shelters, ticker)
            (self.panel, self.care, self.brightness, self.quietHours) = (panel, care, brightness, quietHours)
            (self.language, self.supporters, self.simulated) = (language, supporters, simulated)
            (self.calendar, self.evaluation, self.site) = (calendar, evaluation, site)
            (self.tests, self.battery, self.instruments) = (tests, battery, instruments)
        }
    }

    public enum Screen: Equatable, Sendable {
        case wall
        case start
        case cardTrouble(CardTrouble)
        case looking
        case enrolment(Enrolment)
        case find(FindPerson)
        case newCard(CardNumber)
        case home(Home)
        case classes(page: Int)
        case pressure(PressureMeasuring)
        case fitness(FitnessMenu)
        case screening(Screening)
        case test(TestMeasuring)
        case result(ResultPage)
        case records(Records)
        case plan(PlanCard)
        case staff(Staff)
        case sorry
    }

    /// A reading that is not on the disk, and the test that it is of.
    struct Unsaved: Sendable {
        var reading: Reading
        var testID: String
    }

    /// What counts of this visit's tests, in the battery's order; then what was measured beside it.
    public var today: [TodaysResult] {
        let others = setup.tests.tests.filter { setup.battery[$0.id] == nil }
        return progress.results(setup.battery.all + others)
    }

    /// What lies over a screen and leaves it as it was.
    public enum Overlay: Equatable, Sendable {
        case help
        case display(page: Int)
        case idle
    }

    /// The screen's name in scripts and pictures.
    public var screenName: String {
        if wall.signage.cover != nil { return "alert" }
        switch overlay {
        case .help: return "help"
        case .display: return "display"
        case .idle: return "idle"
        case nil: break
        }
        switch screen {
        case .wall: return "wall"
        case .start: return "start"
        case .cardTrouble(let trouble): return "card-" + trouble.rawValue
        case .looking: return "looking"
        case .enrolment(let enrolment): return "enrol-\(enrolment.step)"
        case .find: return "find"
        case .newCard: return "new-card"
        case .home: return "home"
        case .classes: return "classes"
        case .pressure: return "pressure"
        case .fitness: return "fitness"
        case .screening: return "screening"
        case .test(let measuring): return measuring.test.screenName
        case .result: return "result"
        case .records: return "records"
        case .plan: return "plan"
        case .staff: return "staff"
        case .sorry: return "sorry"
        }
    }

    /// When the next ``AppEvent/tick`` is wanted, at the latest; absent when only something from outside changes the
    /// picture.
    public func nextTick(after now: Moment) -> Duration? {
        [screenTick(now), idleTick(now), wallTick(now)].compactMap { $0 }.min()
    }

    /// The language, zoom and colours in force.
    public func theme(pitch: Double) -> Theme {
        guard !isBoard else {
            return Theme(pitch: pitch, palette: .board.dimmed(to: boardLight), language: display.language)
        }
        return Theme(
            pitch: pitch, zoom: screen == .wall ? setup.panel.zoom : display.zoom,
            palette: display.isHighContrast ? .highContrast : .hanji, language: display.language)
    }
}
