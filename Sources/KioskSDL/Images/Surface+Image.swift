import KioskUI

extension Surface {
    /// Lays an image with its top left at a point.
    func draw(_ image: DecodedImage, x: Int, y: Int) {
        let place = Rect(x: x, y: y, width: image.width, height: image.height)
        guard let area = place.intersection(clip) else { return }
        image.pixels.withUnsafeBufferPointer { pixels in
            guard let first = pixels.baseAddress else { return }
            for line in area.y..<area.maxY {
                let source = first + (line - y) * image.width + (area.x - x)
                let target = row(line) + area.x
                if image.isOpaque {
                    target.update(from: source, count: area.width)
                } else {
                    for index in 0..<area.width {
                        target[index] = blend(source[index], over: target[index], alpha: source[index] >> 24)
                    }
                }
            }
        }
    }
}
