import CSDL2
import KioskUI

extension Canvas {
    /// The picture as it stands: red, green, blue, alpha for each pixel, row by row.
    public func pixels() throws(SDLError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: width * height * 4)
        let code = bytes.withUnsafeMutableBytes { buffer in
            SDL_ConvertPixels(
                Int32(width), Int32(height), SDL_PIXELFORMAT_ARGB8888.rawValue, surface.handle.pointee.pixels,
                surface.handle.pointee.pitch, SDL_PIXELFORMAT_RGBA32.rawValue, buffer.baseAddress, Int32(width * 4))
        }
        try SDLError.check(code)
        return bytes
    }

    /// Writes the picture as a PNG file.
    public func writePNG(to path: String) throws(SDLError) {
        try SDLError.check(IMG_SavePNG(surface.handle, path))
    }

    /// The picture as dots for a thermal printer: what is darker than `threshold` (0…255) is printed.
    public func printRaster(threshold: UInt8 = 128) -> PrintRaster {
        let bytesPerRow = (width + 7) / 8
        var bits = [UInt8](repeating: 0, count: bytesPerRow * height)
        for y in 0..<height {
            let row = surface.row(y)
            for x in 0..<width {
                let (red, green, blue) = (row[x] >> 16 & 255, row[x] >> 8 & 255, row[x] & 255)
                let grey = (red * 77 + green * 151 + blue * 28) >> 8
                if grey < UInt32(threshold) { bits[y * bytesPerRow + x >> 3] |= 0x80 >> UInt8(x & 7) }
            }
        }
        return PrintRaster(width: width, height: height, bytesPerRow: bytesPerRow, bits: bits)
    }
}

/// One bit a dot, 1 = printed, the leftmost dot in the highest bit; rows begin at whole bytes.
public nonisolated struct PrintRaster: Hashable, Sendable {
    public var width, height: Int
    public var bytesPerRow: Int
    public var bits: [UInt8]

    public init(width: Int, height: Int, bytesPerRow: Int, bits: [UInt8]) {
        (self.width, self.height) = (width, height)
        (self.bytesPerRow, self.bits) = (bytesPerRow, bits)
    }

    /// A theme for a printer's dots, without colours: 203 or 300 dots an inch.
    public static func theme(dotsPerInch: Double, language: Language) -> Theme {
        Theme(pitch: 25.4 / dotsPerInch, palette: .print, language: language)
    }
}

extension Palette {
    /// Black on white, and nothing between.
    public nonisolated static let print = Palette { role in
        switch role {
        case .hanji, .paper, .mint, .sky, .sun, .rose, .foot, .unlit, .onPine: Color(0xFFFFFF)
        case .ink, .quietInk, .pine, .indigo, .persimmon, .dancheongRed, .clay: Color(0x000000)
        }
    }
}
