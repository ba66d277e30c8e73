import CSDL2
import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import Logging
import SignageFeed
import SyncClient

/// The composition root of `kiosk run`: the wall first, then everything behind it.
@MainActor
final class Kiosk {
    struct Choices: Sendable {
        var fullscreen = false
        var demo = false
        var mirrorPort: Int?
        var seconds: Int?
    }

    private let settings: Settings
    private let choices: Choices
    private let assets: Assets
    private let logger = Logger(label: "kiosk")

    /// For subcommands that speak on stdout.
    nonisolated static let silentLogger = Logger(label: "kiosk") { _ in SwiftLogNoOpLogHandler() }

    init(_ settings: Settings, _ choices: Choices) throws {
        (self.settings, self.choices) = (settings, choices)
        assets = try Assets.find()
    }

    /// Returns when the stage has closed and everything behind it has ended.
    func run() throws {
        let signals = Signals()
        let demo = choices.demo ? try waitFor { try await Demo.start() } : nil
        let outcome = Result { try run(demo, signals) }
        try waitFor { [logger] in await demo?.end(logger: logger) }
        try outcome.get()
    }

    private func run(_ demo: Demo?, _ signals: Signals) throws {
        let settings = demo?.furnished(settings) ?? settings
        let simulated = demo?.simulated ?? []
        let (stage, fonts, attached) = try openStage(settings, simulated)
        let post: @Sendable (AppEvent) -> Void = { [mailbox = stage.mailbox] in mailbox.post(.app($0)) }
        signals.onEnd { [mailbox = stage.mailbox] in mailbox.post(.quit) }

        let house = try House(
            settings, plans: try assets.plans(),
            print: { [mailbox = stage.mailbox] in mailbox.post(.draw($0)) }, logger: logger,
            post: post)
        let printer = PrintQueue(
            fonts: fonts, folder: DataFolder(settings).print,
            place: house.identity?.centreName ?? settings.centreName, logger: logger)
        stage.onPrintout = { printer.print($0, words: $1.words) }
        stage.perform = { house.runner.perform($0) }
        let servants = try Servants(stage, house, settings, logger: logger)
        let devices = DeviceRoom(attached, settings, simulated: simulated, logger: logger)
        let mirror = try demo.map { try openMirror($0, house, stage) }
        let work = Task.detached { [seconds = choices.seconds, mailbox = stage.mailbox, logger] in
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await house.run(devices: devices, post: post) }
                group.addTask { await servants.run() }
                if let mirror { group.addTask { await mirror.run(logger: logger) } }
                if let seconds { group.addTask { await Self.stop(after: seconds, mailbox) } }
            }
        }
        try stage.run()
        servants.proof.end()
        work.cancel()
        try waitFor { await work.value }
    }

    /// The window with its first picture: what was published last, or the clock alone.
    private func openStage(
        _ settings: Settings, _ simulated: Set<Instrument>
    ) throws -> (Stage, FontBook, [AttachedInstrument]) {
        Window.prepare()
        let reading = beginning { [assets, logger] in try await FirstPicture(settings, assets, logger) }
        let size = (width: settings.panelWidth, height: settings.panelHeight)
        let fills = choices.fullscreen || size.width == 0 || size.height == 0
        let window = try Window(title: "사랑방", size: fills ? nil : size)
        let first = try reading()
        let fonts = try assets.fonts(first.fonts, edges: settings.panel == .board ? .crisp : .smooth)
        let door = try StageDoor()
        let pictures = PictureDesk(
            read: { [shelf = ContentPictures(DataFolder(settings))] in try shelf.bytes(of: $0) },
            post: { [mailbox = door.mailbox] in mailbox.post($0) })
        let canvas = try Self.canvas(for: window, fonts, pictures)
        var app = App(
            setup: App.Setup(
                language: settings.language, supporters: settings.supporters.map(\.name), simulated: simulated,
                calendar: settings.calendar, evaluation: first.tables, tests: first.tests, battery: first.battery,
                instruments: InstrumentPlaces(first.attached.map(\.place)), site: settings.site, panel: settings.panel,
                care: first.care, brightness: settings.brightness, quietHours: settings.quietHours,
                shelters: settings.shelters, ticker: settings.ticker))
        for news in first.published { _ = app.update(news, at: .current) }
        let stage = try Stage(
            app: app, window: window, fonts: fonts, canvas: canvas, pitch: settings.pitch,
            script: script(settings, first),
            serviceManager: ServiceManager(environment: ProcessInfo.processInfo.environment),
            crossFade: settings.crossFade, door: door)
        stage.onMissingPicture = { [logger, mailbox = stage.mailbox] id, error in
            logger.warning("A picture cannot be shown", metadata: ["picture": "\(id.name)", "error": "\(error)"])
            if let picture = ContentHash(id.name) { mailbox.post(.app(.pictureFailed(picture))) }
        }
        try stage.open()
        pictures.begin()
        return (stage, fonts, first.attached)
    }

    /// The present picture, the next one, and one more to fade or come back to.
    private static func canvas(for window: Window, _ fonts: FontBook, _ pictures: PictureDesk) throws -> Canvas {
        let (width, height) = window.size
        let images = ImageBook(mostBytes: 3 * width * height * 4) { order in
            pictures.order(order)
            return nil
        }
        return try Canvas(width: width, height: height, fonts: fonts, images: images)
    }

    private func script(_ settings: Settings, _ first: FirstPicture) -> Stage.Script {
        let book = WordBook(assets, first: first.words, settings.language, logger)
        return Stage.Script(
            words: { book.words($0) }, calendar: settings.calendar, centreName: first.centreName ?? settings.centreName)
    }

    private func openMirror(_ demo: Demo, _ house: House, _ stage: Stage) throws -> Mirror {
        let people = try waitFor { [seeds = assets.seeds] in
            try await DemoPeople(seeds: seeds, cards: house.cards, centreID: house.identity?.centreID)
                .settle(in: house.store)
        }
        let page = try String(contentsOf: assets.folder.appending(path: "mirror/index.html"), encoding: .utf8)
        let mirror = Mirror(
            port: choices.mirrorPort ?? 8601, demo: demo, people: people, mailbox: stage.mailbox, page: page)
        stage.onPresent = { [glass = mirror.glass, logger] presented in
            do {
                try glass.show(presented)
            } catch {
                logger.warning("The mirror missed a picture", metadata: ["error": "\(error)"])
            }
        }
        return mirror
    }

    private nonisolated static func stop(after seconds: Int, _ mailbox: Mailbox<StageEvent>) async {
        do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
        mailbox.post(.quit)
    }
}
