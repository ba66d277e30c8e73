import CSDL2
import FitnessMeasure
import Foundation
import KioskSDL
import KioskScreens
import KioskUI

/// The loop on the process's first thread: events in, state on, picture out; asleep in between.
@MainActor
final class Stage {
    let mailbox: Mailbox<StageEvent>
    private let doorbell: Doorbell
    private let driver: VideoDriver
    let window: Window
    let canvas: Canvas
    private let fonts: FontBook
    private let input: TouchInput
    private let pitch: Double
    private let script: Script
    private let serviceManager: ServiceManager
    private var tracker: TouchTracker
    private(set) var app: App
    private(set) var frame: Frame<AppEvent>
    private var shownPress: TouchID?
    private var isOver = false
    private var nextSign: Duration = .zero
    private(set) var shown: [DrawCommand] = []
    /// What of the wall's content is on the panel now; nil while it is something else.
    private(set) var shownPage: WallPage?
    /// How long a change on the wall takes; zero where the machine is too weak for it.
    let crossFade: Duration
    var fade: CrossFade?
    /// Since when the next picture has to wait for an image.
    var heldSince: Duration?
    var lookedAhead: Moment?
    var lastLook: PanelLook?
    /// What is to be shown once its pictures have come.
    var awaited: [DrawCommand] = []
    /// Moving pictures; none before the house is open.
    var frames: FrameDesk?
    var availableFrames: Set<String> = []
    private var announced: Announcement?
    var reportedPictures: [ImageID: ImageError] = [:]

    /// What the stage reads aloud from: words, place, calendar.
    struct Script {
        var words: (Language) -> Words
        var calendar: Calendar
        var centreName: String
    }

    /// What is on the panel now.
    struct Presented {
        var canvas: Canvas
        var screenName: String
        var targets: [TouchTarget<AppEvent>]
        var texts: [PlacedText]
    }

    /// Called after each presented picture, with its pixels and its places at hand; the mirror looks in.
    var onPresent: ((Presented) -> Void)?
    /// Called for each thing that the printer wants.
    var onPrintout: ((Printout, Script) -> Void)?
    /// Called once for each picture that cannot be shown.
    var onMissingPicture: ((ImageID, ImageError) -> Void)?
    /// Called after the panel was looked at, for the proof of what was shown.
    var onSighting: ((Sighting) -> Void)?
    /// Called when something else is to be heard; nil for silence.
    var onAnnouncement: ((Announcement?) -> Void)?
    /// Called for each cue of a test's clock.
    var onCue: ((TimerCue.Word) -> Void)?
    private var sounded: SaidCue?
    /// Does the screens' work; set once the house behind the stage is open.
    var perform: (Effect) -> Void = { _ in }

    init(
        app: App, window: Window, fonts: FontBook, canvas: Canvas, pitch: Double, script: Script,
        serviceManager: ServiceManager, crossFade: Duration = .zero, door: StageDoor? = nil
    ) throws {
        (self.app, self.window, self.fonts, self.canvas) = (app, window, fonts, canvas)
        self.crossFade = crossFade
        (self.pitch, self.script, self.serviceManager) = (pitch, script, serviceManager)
        let door = if let door { door } else { try StageDoor() }
        (doorbell, mailbox) = (door.doorbell, door.mailbox)
        driver = .current
        input = TouchInput(width: canvas.width, height: canvas.height)
        tracker = TouchTracker(pitch: pitch, width: canvas.width, height: canvas.height)
        frame = Frame(
            .spacer, in: (canvas.width, canvas.height), theme: app.theme(pitch: pitch), typesetter: fonts)
    }

    /// Draws the first picture and says so to the service manager.
    func open() throws {
        try show(at: .current, all: true)
        serviceManager.tell("READY=1\nSTATUS=The wall is on.")
    }

    /// Runs until somebody posts ``StageEvent/quit`` or closes the window.
    func run() throws {
        while !isOver {
            doorbell.wait(timeout(), driver: driver)
            try takeInput()
            for event in mailbox.empty() { try take(event) }
            let now = Moment.current
            update(.tick, at: now)
            try moveFrames(at: now)
            try show(at: now, all: false)
            announce()
            soundCue()
            reportPictures(at: now)
            try goOnFading(at: now)
            lookAhead(at: now)
            try lookAtPanel(at: now)
            try giveSign(now)
        }
    }

    private func timeout() -> Int32 {
        let waits = [
            app.nextTick(after: .current), serviceManager.watchdogInterval, fade.map { _ in CrossFade.step },
            heldSince.map { _ in Self.patience }, onSighting.map { _ in Self.lookInterval },
            frames?.nextLook,
        ].compactMap { $0 }
        guard let least = waits.min() else { return 60_000 }
        return Int32(max(1, min(60_000, (least / .milliseconds(1)).rounded(.up))))
    }

    private func takeInput() throws {
        var event = SDL_Event()
        while SDL_PollEvent(&event) == 1 {
            if event.type == SDL_QUIT.rawValue { isOver = true }
            if let pointer = input.pointerEvent(event) { try touch(pointer) }
        }
    }

    private func take(_ event: StageEvent) throws {
        switch event {
        case .app(let event): update(event, at: .current)
        case .pointer(let kind, let x, let y):
            try touch(PointerEvent(kind, finger: Self.mirrorFinger, x: x, y: y, at: TouchInput.now))
        case .picture(let order, let result): try take(result, for: order)
        case .frame: break
        case .draw(let printout): onPrintout?(printout, script)
        case .mirrorOpened: onPresent?(presented)
        case .quit: isOver = true
        }
    }

    private static let mirrorFinger: Int64 = -2

    private func touch(_ pointer: PointerEvent) throws {
        try endFade()
        let outcome = tracker.handle(pointer, targets: frame.targets)
        if let target = outcome.activated { update(target.event, at: .current) }
    }

    func update(_ event: AppEvent, at now: Moment) {
        if event.bringsPictures { forgetFailedPictures() }
        let before = app.screenName
        for effect in app.update(event, at: now) { perform(effect) }
        if app.screenName != before { tracker.screenChanged(at: TouchInput.now) }
    }

    /// Lays the picture out anew and draws what is different; nothing, if nothing is.
    private func show(at now: Moment, all: Bool) throws {
        let next = frame(of: app, at: now)
        let commands = next.commands
        let dirty =
            all ? nil : FrameDifference(from: shown, to: commands, in: canvas.bounds, typesetter: fonts).rects
        guard dirty?.isEmpty != true, all || !mustHold(commands, at: now) else {
            if dirty?.isEmpty == true { (frame, shownPage) = (next, app.wallPage) }
            return
        }
        frame = next
        try endFade()
        let page = app.wallPage
        let before = isSoftChange(to: page) ? try PictureCopy(of: canvas, only: dirty) : nil
        try canvas.draw(commands, only: dirty)
        (shown, shownPage) = (commands, page)
        try present(over: before, in: dirty, at: now)
        onPresent?(presented)
    }

    /// An alert is heard as soon as it is seen.
    private func announce() {
        guard let onAnnouncement else { return }
        let announcement = app.announcement(script.words(app.display.language))
        guard announcement?.reference != announced?.reference else { return }
        announced = announcement
        onAnnouncement(announcement)
    }

    /// Once, as soon as its figure is on the panel.
    private func soundCue() {
        guard app.cue != sounded else { return }
        sounded = app.cue
        if let cue = app.cue { onCue?(cue.word) }
    }

    func frame(of app: App, at now: Moment) -> Frame<AppEvent> {
        let look = Look(
            words: script.words(app.display.language), now: now, calendar: script.calendar,
            centreName: script.centreName)
        return Frame(
            app.view(look), in: (canvas.width, canvas.height), theme: app.theme(pitch: pitch), typesetter: fonts,
            pressed: tracker.pressed)
    }

    var presented: Presented {
        Presented(canvas: canvas, screenName: app.screenName, targets: frame.targets, texts: frame.texts)
    }

    /// A sign of life goes out only after something was presented; a pixel is enough to know that the panel still takes
    /// pictures.
    private func giveSign(_ now: Moment) throws {
        guard let interval = serviceManager.watchdogInterval, now.monotonic >= nextSign else { return }
        try window.present(canvas, only: [Rect(x: 0, y: 0, width: 1, height: 1)])
        serviceManager.tell("WATCHDOG=1")
        nextSign = now.monotonic + interval / 2
    }
}
