import FitnessMeasure
import Foundation
import KioskUI
import SeniorCard

/// Plays a ``VisitScript`` against the app: touches go through real hit-testing, cuff bytes through the real decoder,
/// and a house without a disk answers effects at once.
public struct Visitor {
    public private(set) var app: App
    public private(set) var now: Moment
    private var house: VisitHouse
    private var theme = Size()
    private let words: (Language) throws -> Words
    private let decode: ([UInt8], Moment) throws -> DeviceReport
    private let typesetter: any Typesetter
    private let calendar: Calendar

    private struct Size {
        var width = 1080
        var height = 1920
        var zoom = 1.0
        var language: Language?
    }

    /// What a script asked for and did not get.
    public struct Disappointment: Error, CustomStringConvertible {
        public let line: Int
        public let what: String
        public var description: String { "line \(line): \(what)" }
    }

    /// `decode` turns 2A35 bytes into a driver's report; `words` reads a language.
    public init(
        app: App, house: VisitHouse, at now: Moment, calendar: Calendar, typesetter: any Typesetter,
        words: @escaping (Language) throws -> Words, decode: @escaping ([UInt8], Moment) throws -> DeviceReport
    ) {
        (self.app, self.house, self.now) = (app, house, now)
        (self.calendar, self.typesetter) = (calendar, typesetter)
        (self.words, self.decode) = (words, decode)
    }

    /// All that was written, for the end of a test.
    public var log: [VisitHouse.Entry] { house.log }

    /// Plays all steps; `picture` is called for each that asks for one.
    public mutating func play(_ script: VisitScript, picture: (String, App, Moment) throws -> Void) throws {
        for step in script.steps { try play(step, picture) }
    }

    private mutating func play(_ step: VisitScript.Step, _ picture: (String, App, Moment) throws -> Void) throws {
        let fail = { (what: String) in Disappointment(line: step.line, what: what) }
        switch step.act {
        case .size(let width, let height): (theme.width, theme.height) = (width, height)
        case .zoom(let percent): theme.zoom = Double(percent) / 100
        case .words(let code):
            guard let language = Language(rawValue: code) else { throw fail("no such language: \(code)") }
            theme.language = language
        case .scan(let text): send(.scanned(Scan(text)))
        case .tap(let id): try tap(TouchID(id), fail)
        case .see(let text):
            guard try sees(text) else { throw fail("\"\(text)\" is not on the screen: \(try texts())") }
        case .miss(let text): if try sees(text) { throw fail("\"\(text)\" is on the screen") }
        case .screen(let name):
            guard app.screenName == name else { throw fail("the screen is \(app.screenName), not \(name)") }
        case .cuff(let bytes): send(.device(.cuff, try decode(bytes, now)))
        case .grip(let text):
            guard let kilograms = DecimalValue(text) else { throw fail("not a decimal: \(text)") }
            send(.device(.grip, .reading(reading(.grip, kilograms, .kilogram))))
        case .wait(let duration): wait(duration)
        case .picture(let name): try picture(name, app, now)
        case .diskFails(let fails): house.diskFails = fails
        }
    }

    private func reading(_ kind: QuantityKind, _ value: DecimalValue, _ unit: UCUMUnit) -> Reading {
        Reading(
            id: UUID(), deviceKey: "script", values: [QuantityValue(kind, value, unit)], raw: Array("\(value)".utf8),
            receivedMonotonic: now.monotonic.wholeNanoseconds, receivedAt: now.wall, isSimulated: false)
    }

    private mutating func tap(_ id: TouchID, _ fail: (String) -> Disappointment) throws {
        let frame = try frame()
        guard let event = frame.event(for: id) else {
            let there = frame.targets.map(\.id.name).joined(separator: ", ")
            throw fail("nothing to touch called \(id.name); there are: \(there)")
        }
        send(event)
    }

    /// Time passes in seconds, and the app gets the ticks it asked for.
    private mutating func wait(_ duration: Duration) {
        var left = duration
        while left > .zero {
            let step = min(left, max(.milliseconds(50), app.nextTick(after: now) ?? left))
            now = Moment(monotonic: now.monotonic + step, wall: now.wall + step.seconds)
            left -= step
            send(.tick)
        }
    }

    private mutating func send(_ event: AppEvent) {
        var waiting = app.update(event, at: now)
        while !waiting.isEmpty {
            let effect = waiting.removeFirst()
            if let answer = house.answer(effect, at: now) { waiting += app.update(.answered(answer), at: now) }
        }
    }

    private func texts() throws -> [String] { try frame().texts.map(\.text) }

    private func sees(_ text: String) throws -> Bool { try texts().contains { $0.contains(text) } }

    private func frame() throws -> Frame<AppEvent> {
        var theme = app.theme(pitch: 0.311)
        theme.zoom = max(theme.zoom, self.theme.zoom)
        theme.language = self.theme.language ?? theme.language
        let look = Look(words: try words(theme.language), now: now, calendar: calendar, centreName: "문래 경로당")
        return Frame(
            app.view(look), in: (self.theme.width, self.theme.height), theme: theme, typesetter: typesetter)
    }
}
