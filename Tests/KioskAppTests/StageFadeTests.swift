import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import SignageFeed
import Synchronization
import Testing

@testable import KioskApp

/// The stage itself, with a window that nobody sees.
@Suite(.serialized) @MainActor struct StageFadeTests {
    private static let name = String(repeating: "a", count: 64)

    /// What the stage told, in its order.
    private final class Notes: Sendable {
        let lines = Mutex<[String]>([])
        let orders = Mutex<[ImageOrder]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    private func stage(_ notes: Notes) throws -> Stage {
        let studio = try Studio(language: .korean)
        let window = try Window(title: "사랑방", size: (width: 540, height: 960))
        let images = ImageBook { order in
            notes.orders.withLock { $0.append(order) }
            return nil
        }
        let canvas = try Canvas(width: 540, height: 960, fonts: studio.fonts, images: images)
        let setup = try studio.setup()
        let words = try studio.assets.words(.korean)
        var app = App(setup: setup)
        let first = SignageItem(id: "first", content: .notice(title: "하나", text: ""))
        _ = app.update(.playlistChanged(Playlist(items: [first]), missingPictures: []), at: .current)
        return try Stage(
            app: app, window: window, fonts: studio.fonts, canvas: canvas, pitch: 0.622,
            script: .init(words: { _ in words }, calendar: setup.calendar, centreName: "문래 경로당"),
            serviceManager: ServiceManager(environment: [:]), crossFade: .milliseconds(240))
    }

    @Test func `an item waits for its picture, fades in, and a touch in the fade is a touch of what comes`() throws {
        let notes = Notes()
        let stage = try stage(notes)
        let mailbox = stage.mailbox
        stage.onPresent = { [unowned stage] presented in
            let hasPicture = stage.shown.contains { if case .image = $0 { true } else { false } }
            let isFading = stage.fade != nil
            notes.add("\(presented.screenName) \(hasPicture ? "picture" : "text")\(isFading ? " fading" : "")")
            guard hasPicture, isFading, let place = presented.targets.first(where: { $0.id == "wall" })?.rect else {
                return
            }
            for kind in [PointerEvent.Kind.down, .up] {
                mailbox.post(.pointer(kind, x: place.x + place.width / 2, y: place.y + place.height / 2))
            }
        }
        try stage.open()
        let picture = try #require(ContentHash(Self.name))
        let second = SignageItem(id: "second", content: .picture(picture, caption: "나들이"))
        let work = Task.detached {
            mailbox.post(.app(.playlistChanged(Playlist(items: [second]), missingPictures: [])))
            try await Self.eventually { notes.orders.withLock { !$0.isEmpty } }
            // Half a second in which the present item has to stay.
            try await Task.sleep(for: .milliseconds(500))
            notes.add("decoded")
            for order in notes.orders.withLock({ $0 }) {
                let pixels = [UInt32](repeating: 0xFF20_4060, count: order.width * order.height)
                let image = DecodedImage(width: order.width, height: order.height, pixels: pixels, isOpaque: true)
                mailbox.post(.picture(order, .success(image)))
            }
            try await Self.eventually { notes.all.contains { $0.hasPrefix("start") } }
            mailbox.post(.quit)
        }
        try stage.run()
        work.cancel()
        let told = notes.all
        let decoded = try #require(told.firstIndex(of: "decoded"))
        #expect(told[..<decoded].allSatisfy { $0 == "wall text" })
        #expect(told.dropFirst(decoded + 1).first == "wall picture fading")
        #expect(told.last == "start text" && stage.app.screenName == "start" && stage.fade == nil)
    }

    @Test func `a picture that cannot be read gives its place away at once, and the wall is never empty`() throws {
        let notes = Notes()
        let stage = try stage(notes)
        let mailbox = stage.mailbox
        stage.onMissingPicture = { id, _ in notes.add("missing \(id.name.prefix(1))") }
        try stage.open()
        let picture = try #require(ContentHash(Self.name))
        let items = [SignageItem(id: "broken", content: .picture(picture, caption: "나들이"))]
        let work = Task.detached {
            mailbox.post(.app(.playlistChanged(Playlist(items: items), missingPictures: [])))
            try await Self.eventually { notes.orders.withLock { !$0.isEmpty } }
            for order in notes.orders.withLock({ $0 }) { mailbox.post(.picture(order, .failure(.cutShort))) }
            try await Self.eventually { !notes.all.isEmpty }
            try await Task.sleep(for: .milliseconds(500))
            mailbox.post(.quit)
        }
        try stage.run()
        work.cancel()
        #expect(notes.all == ["missing a"])
        guard case .house? = stage.app.plan(at: .current).zones.first?.shown else {
            Issue.record("a broken picture is on")
            return
        }
    }

    /// Gives up after ten seconds; then the stage is told to end all the same.
    private nonisolated static func eventually(_ fact: () -> Bool) async throws {
        for _ in 0..<1_000 {
            if fact() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("it did not happen within ten seconds")
    }
}
