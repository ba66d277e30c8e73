import Foundation
import Glibc
import KioskSDL
import Testing

/// What the box's sound device gets, sample by sample.
@Suite(.serialized) struct ToneTests {
    /// How often a note passes zero upwards.
    private func waves(_ samples: [Int16]) -> Int { zip(samples, samples.dropFirst()).count { $0 < 0 && $1 >= 0 } }

    @Test(arguments: [440.0, 880, 1_175]) func `a note has its pitch and length, and does not click`(hertz: Double) {
        let note = Tone.note(hertz: hertz, seconds: 0.5, loudness: 0.5)
        #expect(note.count == Tone.rate / 2)
        #expect(abs(waves(note) - Int(hertz / 2)) <= 1)
        #expect(note.first == 0 && note.last == 0)
        let steps = zip(note, note.dropFirst()).map { abs(Int($1) - Int($0)) }
        #expect((steps.max() ?? 0) < 16_000 * 7 * Int(hertz) / Tone.rate)
    }

    @Test(arguments: [(0.0, 0), (0.25, 8_000), (1, 32_000), (7, 32_000), (-1, 0)])
    func `a note is as loud as it is told`(loudness: Double, height: Int) {
        let highest = Tone.note(hertz: 880, seconds: 0.3, loudness: loudness).map { abs(Int($0)) }.max() ?? 0
        #expect(highest <= height && highest >= height * 99 / 100)
    }

    @Test func `the loudspeaker gives every sample to the device`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "sound-\(UUID().uuidString).raw").path
        setenv("SDL_AUDIODRIVER", "disk", 1)
        setenv("SDL_DISKAUDIOFILE", file, 1)
        defer { unlink(file) }
        let note = Tone.note(hertz: 880, seconds: 0.2, loudness: 0.6)
        do {
            let speaker = Loudspeaker()
            try speaker.play(note)
            try await written(to: file, least: note.count * 2 + 8_192)
        }
        let bytes = try #require(FileManager.default.contents(atPath: file))
        let samples = bytes.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
        let begin = try #require(samples.firstIndex { $0 != 0 })
        // The note's own first sample is zero.
        #expect(Array(samples[(begin - 1)...].prefix(note.count)) == note)
        #expect(samples[(begin - 1 + note.count)...].allSatisfy { $0 == 0 })
    }

    /// The device takes its samples at their own pace.
    private func written(to file: String, least bytes: Int) async throws {
        for _ in 0..<200 {
            let size = FileManager.default.contents(atPath: file)?.count ?? 0
            if size >= bytes { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("the device took too few samples")
    }
}
