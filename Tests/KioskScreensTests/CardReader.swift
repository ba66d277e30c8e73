import CZBar
import Foundation
import KioskSDL

/// A printed card in 8-bit grey, what may happen to it, and a reader like the one in a scanner.
struct CardPicture {
    var width: Int
    var height: Int
    var pixels: [UInt8]

    @MainActor init(_ canvas: Canvas) throws {
        (width, height) = (canvas.width, canvas.height)
        let colours = try canvas.pixels()
        // Black on white: red is as good as grey.
        pixels = stride(from: 0, to: colours.count, by: 4).map { colours[$0] }
    }

    private init(width: Int, height: Int, pixels: [UInt8]) {
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// What a camera that is held close sees.
    func cropped(x: Range<Int>, y: Range<Int>) -> CardPicture {
        CardPicture(
            width: x.count, height: y.count,
            pixels: y.flatMap { pixels[$0 * width + x.lowerBound..<$0 * width + x.upperBound] })
    }

    /// Turned about its middle on white paper that is large enough; nearest dot.
    func rotated(degrees: Double) -> CardPicture {
        let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        let side = Int((Double(width + height) * (abs(sine) + abs(cosine)) / 2).rounded(.up)) + abs(width - height)
        let middle = Double(side) / 2 - 0.5
        let (centreX, centreY) = (Double(width) / 2 - 0.5, Double(height) / 2 - 0.5)
        let turned = (0..<side * side).map { index -> UInt8 in
            let (x, y) = (Double(index % side) - middle, Double(index / side) - middle)
            let column = Int((x * cosine + y * sine + centreX).rounded())
            let row = Int((y * cosine - x * sine + centreY).rounded())
            guard (0..<width).contains(column), (0..<height).contains(row) else { return 255 }
            return pixels[row * width + column]
        }
        return CardPicture(width: side, height: side, pixels: turned)
    }

    /// Every dot the mean of itself and its eight neighbours.
    func blurred() -> CardPicture {
        var blurred = self
        for y in 1..<height - 1 {
            for x in 1..<width - 1 {
                let sum = (-1...1).reduce(0) { sum, row in
                    (-1...1).reduce(sum) { $0 + Int(pixels[(y + row) * width + x + $1]) }
                }
                blurred.pixels[y * width + x] = UInt8(sum / 9)
            }
        }
        return blurred
    }

    /// Nearer to middle grey: 0.5 leaves half the difference between black and white.
    func contrast(_ factor: Double) -> CardPicture {
        CardPicture(width: width, height: height, pixels: pixels.map { UInt8(128 + (Double($0) - 128) * factor) })
    }

    /// With a rectangle of dots painted over.
    func blotted(x: Range<Int>, y: Range<Int>, grey: UInt8) -> CardPicture {
        var blotted = self
        for row in y { for column in x { blotted.pixels[row * width + column] = grey } }
        return blotted
    }

    enum ReaderError: Error { case noScanner, scanFailed }

    /// The texts of all QR codes that libzbar finds.
    func texts() throws(ReaderError) -> [String] {
        guard let scanner = zbar_image_scanner_create() else { throw .noScanner }
        defer { zbar_image_scanner_destroy(scanner) }
        zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
        guard let image = zbar_image_create() else { throw .noScanner }
        defer { zbar_image_destroy(image) }
        zbar_image_set_format(image, "Y800".utf8.reversed().reduce(0) { $0 << 8 | UInt($1) })
        zbar_image_set_size(image, UInt32(width), UInt32(height))
        let found = pixels.withUnsafeBytes { bytes in
            zbar_image_set_data(image, bytes.baseAddress, UInt(bytes.count), nil)
            return zbar_scan_image(scanner, image)
        }
        guard found >= 0 else { throw .scanFailed }
        return Array(
            sequence(first: zbar_image_first_symbol(image)) { zbar_symbol_next($0) }
                .prefix { $0 != nil }
                .compactMap { zbar_symbol_get_data($0).map { String(cString: $0) } })
    }
}
