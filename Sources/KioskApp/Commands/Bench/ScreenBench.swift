import ArgumentParser
import Foundation
import KioskSDL
import KioskScreens
import KioskUI

/// `kiosk bench screens`: changes from screen to screen, all that there are, again and again while the clock goes on;
/// memory before and after.
struct ScreenBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "screens", abstract: "Memory over screen changes.")

    @Option(help: "Changes that count.") var count = 10_000
    @Option(help: "Changes before, in which caches fill.") var warmUp = 2_000

    private struct Answer: Encodable {
        var changes: Int
        var pssBefore: Int
        var pssAfter: Int
        /// View, layout, difference, drawing and presenting.
        var change: Timings
    }

    func run() throws {
        try reporting { try MainActor.assumeIsolated { try measure() } }
    }

    @MainActor private func measure() throws {
        let panel = try BenchPanel()
        let pieces = try panel.studio.pieces()
        var shown: [DrawCommand] = []
        var times: [Int64] = []
        times.reserveCapacity(count)
        for change in 0..<warmUp { try show(change, pieces, panel, &shown) }
        let before = try proportionalSetSize()
        for change in warmUp..<(warmUp + count) {
            let start = MonotonicTime.nanoseconds
            try show(change, pieces, panel, &shown)
            times.append(MonotonicTime.nanoseconds - start)
        }
        try write(
            Answer(
                changes: count, pssBefore: before, pssAfter: try proportionalSetSize(),
                change: Timings(nanoseconds: times)))
    }

    /// Each round of all screens is a minute later, so that clocks and ages are drawn anew.
    @MainActor private func show(
        _ change: Int, _ pieces: [Gallery.Piece], _ panel: BenchPanel, _ shown: inout [DrawCommand]
    ) throws {
        let minutes = change / pieces.count
        let now = Moment(
            monotonic: Gallery.now.monotonic + .seconds(60 * minutes), wall: Gallery.now.wall + Double(60 * minutes))
        let commands = panel.commands(of: pieces[change % pieces.count].app, at: now)
        let dirty = FrameDifference(
            from: shown, to: commands, in: panel.canvas.bounds, typesetter: panel.studio.fonts
        ).rects
        try panel.canvas.draw(commands, only: dirty)
        try panel.window.present(panel.canvas, only: dirty)
        panel.forgetInput()
        shown = commands
    }
}
