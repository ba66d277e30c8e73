import FitnessMeasure
import Foundation
import KioskSDL
import KioskTestSupport
import KioskUI
import KoreanText
import SeniorCard
import SignageFeed

@testable import KioskScreens

/// A kiosk on the bench: the app with the real reference tables, a clock that tests turn, invented people.
struct House {
    var app: App
    var now = Gallery.now
    let words: Words

    init(supporters: [String] = ["이영자"], simulated: Set<Instrument> = []) throws {
        app = App(setup: try Self.setup(supporters: supporters, simulated: simulated))
        app.wall.snapshot = Gallery.snapshot
        words = try Self.words(.korean)
    }

    /// One event, at the time it is now.
    @discardableResult mutating func send(_ event: AppEvent) -> [Effect] { app.update(event, at: now) }

    /// Touches the named target of the picture as it is now; false if there is no such thing to touch.
    @discardableResult mutating func tap(_ id: TouchID) -> [Effect]? {
        frame.event(for: id).map { app.update($0, at: now) }
    }

    /// The answer to the newest request.
    @discardableResult mutating func answer(_ answer: (Int) -> Answer) -> [Effect] {
        send(.answered(answer(app.request)))
    }

    /// Time passes, and the app gets one tick at its end.
    @discardableResult mutating func wait(_ seconds: Double) -> [Effect] {
        now = Moment(monotonic: now.monotonic + .seconds(seconds), wall: now.wall + seconds)
        return send(.tick)
    }

    /// Somebody has come with a card, and stands before their own page.
    mutating func welcome(_ visit: Visit = Gallery.visit) throws {
        send(.scanned(.card(try Self.card())))
        answer { .card(.person(visit.person.id), request: $0) }
        answer { .visit(visit, request: $0) }
    }

    /// The picture as it is now, set without fonts on a panel of 43 inches.
    var frame: Frame<AppEvent> {
        Frame(
            app.view(Look(words: words, now: now, calendar: Self.calendar, centreName: "문래 경로당")),
            in: (1080, 1920), theme: app.theme(pitch: 0.311), typesetter: FixedTypesetter())
    }

    /// Every text of the picture, whole.
    var texts: [String] { frame.texts.map(\.text) }
}

extension House {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let assets = root.appending(path: "assets")

    static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 9 * 3600) ?? .gmt
        return calendar
    }()

    static func words(_ language: Language) throws -> Words {
        try Words.read(assets.appending(path: "words/\(language.rawValue).json"))
    }

    static let tablesVersion = "2026-11"

    static func tables() throws -> FitnessTables { try shipped.get() }

    /// Read once: unoptimised, that takes longer than a screen's test.
    private static let shipped = Result { try FitnessTables(folder: assets.appending(path: "fitness")) }

    private static let catalogue = Result {
        try TestCatalogue(folder: assets.appending(path: "batteries"), fitness: assets.appending(path: "fitness"))
    }

    static func battery(_ id: String = Batteries.standard, in tests: TestCatalogue) throws -> Battery {
        let file = assets.appending(path: "batteries/sets/\(id).yaml")
        return try Battery(yaml: String(contentsOf: file, encoding: .utf8), file: "\(id).yaml", tests: tests)
    }

    static func setup(supporters: [String] = [], simulated: Set<Instrument> = []) throws -> App.Setup {
        let tests = try catalogue.get()
        return App.Setup(
            supporters: supporters, simulated: simulated, calendar: calendar, evaluation: try tables(), tests: tests,
            battery: try battery(in: tests), care: try care())
    }

    static func care() throws -> CareBook {
        func bytes(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: assets.appending(path: "care/\(name)")))
        }
        let words = try TextLanguage.allCases.map { ($0, try CareWords(bytes("\($0.rawValue).json"))) }
        return CareBook(
            rules: try CareRule.load(bytes("rules.json")), words: Dictionary(uniqueKeysWithValues: words))
    }

    /// The real fonts with the real line breaking.
    /// The fonts of an LED board, as it draws them.
    @MainActor static func boardFonts() throws -> FontBook {
        let list = assets.appending(path: "fonts/board.json").path
        return try FontBook(files: FontFiles(contentsOf: list), edges: .crisp) { text, language in
            LineBreaker.pieces(of: text, language: language.rawValue)
        }
    }

    @MainActor static func fonts() throws -> FontBook {
        try FontBook(files: FontFiles(contentsOf: assets.appending(path: "fonts/fonts.json").path)) { text, language in
            LineBreaker.pieces(of: text, language: language.rawValue)
        }
    }

    /// The cards of the invented seniors of ``VisitHouse/example()``.
    static func card(_ index: Int = 0) throws -> CardNumber { try VisitHouse.example().cardNumbers[index] }

    /// What a cuff reports; `number` is its own count of its records, if it counts.
    func pressure(_ upper: Int64, _ lower: Int64, number: Int? = nil) -> DeviceReport {
        .reading(
            reading(
                [
                    QuantityValue(.systolic, DecimalValue(mantissa: upper), .millimetresOfMercury),
                    QuantityValue(.diastolic, DecimalValue(mantissa: lower), .millimetresOfMercury),
                ], number: number))
    }

    /// What a grip meter reports, in tenths of a kilogram.
    func grip(_ tenths: Int64) -> DeviceReport {
        .reading(reading([QuantityValue(.grip, DecimalValue(mantissa: tenths, exponent: -1), .kilogram)]))
    }

    func reading(_ values: [QuantityValue], number: Int? = nil) -> Reading {
        Reading(
            id: UUID(), deviceKey: "test", values: values, deviceSequence: number,
            raw: Array(values.map { $0.value.description }.joined(separator: " ").utf8),
            receivedMonotonic: now.monotonic.wholeNanoseconds, receivedAt: now.wall, isSimulated: false)
    }
}

extension Effect {
    /// Why a reading was kept for the tray; nil for other work.
    var unclaimedReason: String? { if case .keepUnclaimed(_, _, let reason) = self { reason } else { nil } }
    /// Why a test was left out; nil for other work.
    var skipped: SkipReason? { if case .keepSkip(_, let reason, _, _) = self { reason } else { nil } }
    /// What the gate decided; nil for other work.
    var gate: GateRecord? { if case .keepGate(let gate, _) = self { gate } else { nil } }
    /// How a reading that is to be saved came about; nil for other work.
    var context: ReadingContext? { if case .save(_, _, let context, _, _) = self { context } else { nil } }
    /// Of which test a reading is to be saved; nil for other work.
    var savedTest: String? { if case .save(_, let test, _, _, _) = self { test } else { nil } }
}
