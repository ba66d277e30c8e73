import Foundation

/// A bell made of two partials, struck and left to ring. Samples −32768…32767, one channel.
public nonisolated enum Tone {
    public static let rate = 22_050

    /// `strokes` of three quarters of a second each, from soft to soft: nothing clicks. `loudness` 0…1.
    public static func bell(strokes: Int, loudness: Double = 0.5) -> [Int16] {
        (0..<max(0, strokes)).flatMap { _ in stroke(max(0, min(1, loudness))) }
    }

    /// A plain note, soft at both ends. `hertz` below half of ``rate``; `seconds` up to five.
    public static func note(hertz: Double, seconds: Double, loudness: Double = 0.5) -> [Int16] {
        let length = Int(Double(rate) * max(0, min(5, seconds)))
        let height = max(0, min(1, loudness)) * 32_000
        return (0..<length).map { sample in
            let t = Double(sample) / Double(rate)
            let edge = Double(min(sample, length - 1 - sample)) / (0.01 * Double(rate))
            return Int16(sin(2 * .pi * hertz * t) * min(1, edge) * height)
        }
    }

    public static func silence(seconds: Double) -> [Int16] {
        [Int16](repeating: 0, count: Int(Double(rate) * max(0, min(5, seconds))))
    }

    private static func stroke(_ loudness: Double) -> [Int16] {
        let length = rate * 3 / 4
        return (0..<length).map { sample in
            let t = Double(sample) / Double(rate)
            // 880 Hz and a fifth above it: what ageing ears still hear well.
            let wave = 0.7 * sin(2 * .pi * 880 * t) + 0.3 * sin(2 * .pi * 1_320 * t)
            let attack = min(1, t / 0.01)
            let end = min(1, Double(length - 1 - sample) / (0.05 * Double(rate)))
            return Int16(wave * exp(-4 * t) * attack * end * loudness * 32_000)
        }
    }
}
