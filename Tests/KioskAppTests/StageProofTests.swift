import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import SignageFeed
import Testing

@testable import KioskApp

/// What the stage finds on the panel is of the content alone: the clock and the frames around it do not make it shown.
@Suite @MainActor struct StageProofTests {
    /// Looks at a wall that has only this to show.
    private func look(at content: SignageContent) throws -> Sighting {
        let panel = try BenchPanel()
        var app = try panel.wall()
        let playlist = Playlist(items: [SignageItem(id: "only", content: content, seconds: 600)])
        _ = app.update(.playlistChanged(playlist, missingPictures: []), at: .current)
        let stage = try Stage(
            app: app, window: panel.window, fonts: panel.studio.fonts, canvas: panel.canvas, pitch: BenchPanel.pitch,
            script: Stage.Script(words: { _ in panel.words }, calendar: panel.calendar, centreName: "문래 경로당"),
            serviceManager: ServiceManager(environment: [:]))
        var sightings: [Sighting] = []
        stage.onSighting = { sightings.append($0) }
        try stage.open()
        try stage.lookAtPanel(at: .current)
        #expect(try panel.window.fingerprint(in: panel.canvas.bounds) != 0)
        return try #require(sightings.first)
    }

    @Test func `a notice that is read counts as shown, each with pixels of its own`() throws {
        let pixels = try ["내일은 쉬어요.", "모레는 쉬어요."].map { text -> UInt64 in
            let sighting = try look(at: .notice(title: "알려 드려요", text: text))
            #expect(sighting.plan.zones.map(\.shown) == [.item("only")])
            #expect(sighting.presentations[.main]?.isVisible == true)
            return try #require(sighting.presentations[.main]?.pixels)
        }
        #expect(pixels[0] != pixels[1])
    }

    @Test func `a card on which nothing can be read does not count, though the panel is full`() throws {
        let sighting = try look(at: .notice(title: "", text: ""))
        #expect(sighting.plan.zones.map(\.shown) == [.item("only")])
        #expect(sighting.presentations[.main]?.isVisible == false)
    }
}
