import FitnessMeasure
import KioskSDL
import Logging
import Testing

@testable import KioskApp

/// A test's clock, heard.
@Suite(.timeLimit(.minutes(1))) struct CueBellTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test func `each cue is played, as loud as the settings say`() async throws {
        let (heard, source) = AsyncStream.makeStream(of: [Int16].self)
        let bell = CueBell(loudness: 0.4, logger: logger) { source.yield($0) }
        let work = Task.detached { await bell.run() }
        defer { work.cancel() }
        var sounds = heard.makeAsyncIterator()
        for word in TimerCue.Word.allCases {
            bell.sound(word)
            let samples = try #require(await sounds.next())
            #expect(samples == Tone.cue(word, loudness: 0.4))
            let highest = samples.map { abs(Int($0)) }.max() ?? 0
            #expect(highest > 12_000 && highest <= 12_800)
        }
    }

    @Test func `at no loudness nothing is played`() async {
        let (heard, source) = AsyncStream.makeStream(of: [Int16].self)
        let bell = CueBell(loudness: 0, logger: logger) { source.yield($0) }
        let work = Task.detached {
            await bell.run()
            source.finish()
        }
        bell.sound(.go)
        work.cancel()
        for await _ in heard { Issue.record("something was played") }
    }

    @Test func `go, the way and the end sound differently`() {
        let sounds = [TimerCue.Word.one, .go, .halfway, .stop, .falseStart].map { Tone.cue($0, loudness: 0.5) }
        #expect(Set(sounds).count == sounds.count)
    }

    private struct NoDevice: Error {}

    @Test func `a box without a sound device goes on in silence`() async {
        let bell = CueBell(loudness: 0.4, logger: logger) { _ in throw NoDevice() }
        bell.sound(.go)
        await bell.run()
    }
}
