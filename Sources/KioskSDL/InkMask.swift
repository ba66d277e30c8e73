import CSDL2
import KioskUI

/// How much of each pixel a line of text covers, 0…255, row by row. Text is kept so, a quarter of the size of coloured
/// pixels, and takes its colour when it is drawn.
struct InkMask: ByteCounted {
    let width: Int
    let height: Int
    fileprivate let coverage: [UInt8]

    var byteCount: Int { coverage.count }

    /// The transparency of what SDL_ttf drew.
    init(_ drawn: Surface) { self.init(drawn) { $0 >> 24 } }

    /// How bright each pixel is of what was drawn in white on black.
    init(brightnessOf drawn: Surface) { self.init(drawn) { $0 & 0xFF } }

    /// Of what SDL_ttf drew with one byte a pixel: no ink, or all of it.
    init(indexed drawn: Surface) {
        let (width, height) = (drawn.width, drawn.height)
        (self.width, self.height) = (width, height)
        coverage = [UInt8](unsafeUninitializedCapacity: width * height) { bytes, count in
            for y in 0..<height {
                let row = UnsafeRawPointer(drawn.row(y)).assumingMemoryBound(to: UInt8.self)
                for x in 0..<width { bytes[y * width + x] = row[x] == 0 ? 0 : 255 }
            }
            count = width * height
        }
    }

    private init(_ drawn: Surface, _ share: (UInt32) -> UInt32) {
        let (width, height) = (drawn.width, drawn.height)
        (self.width, self.height) = (width, height)
        coverage = [UInt8](unsafeUninitializedCapacity: width * height) { bytes, count in
            for y in 0..<height {
                let row = drawn.row(y)
                for x in 0..<width { bytes[y * width + x] = UInt8(truncatingIfNeeded: share(row[x])) }
            }
            count = width * height
        }
    }
}

extension Surface {
    /// Lays a colour where a mask has ink, with the mask's top left at a point.
    func draw(_ mask: InkMask, x: Int, y: Int, _ color: Color) {
        let place = Rect(x: x, y: y, width: mask.width, height: mask.height)
        guard let area = place.intersection(clip) else { return }
        let ink = color.argb
        mask.coverage.withUnsafeBytes { bytes in
            guard let first = bytes.baseAddress else { return }
            for line in area.y..<area.maxY {
                let row = first + (line - y) * mask.width + (area.x - x)
                Self.lay(ink, on: self.row(line) + area.x, by: row, count: area.width)
            }
        }
    }

    /// Most of a line's box is empty, so eight pixels at a time are passed over.
    private static func lay(
        _ ink: UInt32, on pixels: UnsafeMutablePointer<UInt32>, by coverage: UnsafeRawPointer, count: Int
    ) {
        var index = 0
        while index < count {
            if index + 8 <= count, coverage.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0 {
                index += 8
                continue
            }
            let alpha = UInt32(coverage.load(fromByteOffset: index, as: UInt8.self))
            if alpha == 255 {
                pixels[index] = ink
            } else if alpha > 0 {
                pixels[index] = blend(ink, over: pixels[index], alpha: alpha)
            }
            index += 1
        }
    }
}
