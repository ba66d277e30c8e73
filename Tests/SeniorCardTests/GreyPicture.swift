import Foundation

@testable import SeniorCard

/// A picture of 8-bit grey and what may happen to it between the printer and the camera.
struct GreyPicture: Equatable {
    var width: Int
    var height: Int
    var pixels: [UInt8]

    init(width: Int, height: Int, pixels: [UInt8]) {
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// A matrix with its quiet zone, every module a square of dots.
    init(_ matrix: QRMatrix, dotsPerModule dots: Int = 8) {
        let side = (QRMatrix.side + 2 * QRMatrix.quietZone) * dots
        let range = 0..<QRMatrix.side
        self.init(width: side, height: side, pixels: [])
        pixels = (0..<side * side).map { index in
            let (row, column) = (index / side / dots - QRMatrix.quietZone, index % side / dots - QRMatrix.quietZone)
            return range.contains(row) && range.contains(column) && matrix.rows[row][column] ? 0 : 255
        }
    }

    /// The texts that a reader finds.
    func texts() throws(QRReaderError) -> [String] {
        try QRReader.texts(in: pixels, width: width, height: height)
    }

    /// Turned about its middle on white paper that is large enough; nearest dot.
    func rotated(degrees: Double) -> GreyPicture {
        let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        let side = Int((Double(width) * (abs(sine) + abs(cosine))).rounded(.up))
        let (middle, ownMiddle) = (Double(side) / 2 - 0.5, Double(width) / 2 - 0.5)
        let turned = (0..<side * side).map { index -> UInt8 in
            let (x, y) = (Double(index % side) - middle, Double(index / side) - middle)
            let column = Int((x * cosine + y * sine + ownMiddle).rounded())
            let row = Int((y * cosine - x * sine + ownMiddle).rounded())
            guard (0..<width).contains(column), (0..<height).contains(row) else { return 255 }
            return pixels[row * width + column]
        }
        return GreyPicture(width: side, height: side, pixels: turned)
    }

    /// Every dot the mean of the square around it that reaches `radius` dots: along the rows, then down the columns.
    func blurred(radius: Int) -> GreyPicture {
        averaged(length: width, step: 1, radius: radius).averaged(length: height, step: width, radius: radius)
    }

    /// The mean along lines of so many dots that lie a step apart.
    private func averaged(length: Int, step: Int, radius: Int) -> GreyPicture {
        var blurred = self
        for index in pixels.indices {
            let place = index / step % length
            let first = index - min(radius, place) * step
            let last = index + min(radius, length - 1 - place) * step
            let sum = stride(from: first, through: last, by: step).reduce(0) { $0 + Int(pixels[$1]) }
            blurred.pixels[index] = UInt8(sum / ((last - first) / step + 1))
        }
        return blurred
    }

    /// Nearer to middle grey: 0.5 leaves half the difference between black and white.
    func contrast(_ factor: Double) -> GreyPicture {
        GreyPicture(width: width, height: height, pixels: pixels.map { UInt8(128 + (Double($0) - 128) * factor) })
    }

    /// With a rectangle of dots painted over.
    func blotted(x: Range<Int>, y: Range<Int>, grey: UInt8) -> GreyPicture {
        var blotted = self
        for row in y { for column in x { blotted.pixels[row * width + column] = grey } }
        return blotted
    }
}
