import Foundation
import KioskSDL

/// The product's lattice with a slow light going over it: moving pictures that need no film, for trying out a wall.
struct LatticeFrames: FrameSource {
    /// Five frames a second are enough for what moves a hand's width in a second.
    static let pace = Duration.milliseconds(200)

    func run(_ size: FrameSize, into box: FrameBox) async throws {
        let begin = ContinuousClock.now
        while true {
            try Task.checkCancellation()
            box.put(Self.frame(size, at: (ContinuousClock.now - begin) / .seconds(1)))
            try await Task.sleep(for: Self.pace)
        }
    }

    /// Pine bars on hanji; the light comes round every twelve seconds.
    static func frame(_ size: FrameSize, at seconds: Double) -> DecodedImage {
        let cell = max(8, min(size.width, size.height) / 8)
        let bar = max(2, cell / 8)
        let phase = seconds.truncatingRemainder(dividingBy: 12) / 12
        let columns = (0..<size.width).map { x in light(Double(x) / Double(size.width), phase) }
        let pixels = [UInt32](unsafeUninitializedCapacity: size.width * size.height) { buffer, count in
            for y in 0..<size.height {
                let (row, isCross) = (y / cell, y % cell < bar)
                for x in 0..<size.width {
                    // Every other row is shifted by half a cell, as in a window of 아자살.
                    let shifted = (x + (row & 1) * cell / 2) % cell
                    let isBar = isCross || shifted < bar
                    buffer[y * size.width + x] = isBar ? columns[x] : 0xFFFB_F7EE
                }
            }
            count = size.width * size.height
        }
        return DecodedImage(width: size.width, height: size.height, pixels: pixels, isOpaque: true)
    }

    /// Between pine and a lighter green.
    private static func light(_ place: Double, _ phase: Double) -> UInt32 {
        let share = 0.5 + 0.5 * cos(2 * .pi * (place - phase))
        func mixed(_ dark: Double, _ bright: Double) -> UInt32 { UInt32(dark + (bright - dark) * share) }
        return 0xFF00_0000 | mixed(0x1B, 0x8F) << 16 | mixed(0x57, 0xB8) << 8 | mixed(0x40, 0xA2)
    }
}
