import KioskSDL
import KioskTestSupport
import KioskUI

/// What the nodes of these tests send.
enum Act: Hashable, Sendable { case first }

/// Folders of this checkout.
enum Place {
    static let tests = String(#filePath.dropLast("/Stage.swift".count))
    static let fontList = tests + "/../../assets/fonts/fonts.json"
    static let pictures = tests + "/Pictures"
}

@MainActor func makeFonts() throws -> FontBook {
    try FontBook(files: FontFiles(contentsOf: Place.fontList), pieces: FixedTypesetter().pieces)
}

@MainActor func drawn(
    _ commands: [DrawCommand], width: Int = 100, height: Int = 100, images: ImageBook? = nil
) throws -> Canvas {
    let canvas = try Canvas(width: width, height: height, fonts: makeFonts(), images: images)
    try canvas.draw([.fill(Rect(x: 0, y: 0, width: width, height: height), Color(0xFFFFFF))] + commands)
    return canvas
}

@MainActor extension Canvas {
    /// Red, green and blue of one pixel.
    func color(_ x: Int, _ y: Int) throws -> [UInt8] {
        let place = (y * width + x) * 4
        return try Array(pixels()[place..<place + 3])
    }

    /// The rectangle around all pixels that are not white.
    func ink() throws -> Rect? {
        let bytes = try pixels()
        let dark = (0..<width * height).filter { bytes[$0 * 4] < 200 || bytes[$0 * 4 + 1] < 200 }
        guard let left = dark.map({ $0 % width }).min(), let right = dark.map({ $0 % width }).max(),
            let first = dark.first, let last = dark.last
        else { return nil }
        return Rect(x: left, y: first / width, width: right - left + 1, height: last / width - first / width + 1)
    }
}
