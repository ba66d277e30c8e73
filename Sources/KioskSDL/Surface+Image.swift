import CSDL2
import KioskUI

extension Surface {
    /// 40 million pixels are 160 MB, a page of a newsletter at 600 dpi.
    private static var mostPixels: Int { 40_000_000 }

    private static var mostBytes: Int { 64 << 20 }

    /// Decodes a file's bytes.
    convenience init(image bytes: [UInt8]) throws(ImageError) {
        guard let header = ImageHeader(bytes: bytes) else { throw ImageError.unknownFormat }
        guard header.width * header.height <= Self.mostPixels, bytes.count <= Self.mostBytes else {
            throw ImageError.tooLarge(width: header.width, height: header.height)
        }
        let loaded = bytes.withUnsafeBytes { IMG_Load_RW(SDL_RWFromConstMem($0.baseAddress, Int32($0.count)), 1) }
        guard let loaded else { throw ImageError.damaged(SDLError()) }
        defer { SDL_FreeSurface(loaded) }
        guard let same = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888.rawValue, 0) else {
            throw ImageError.damaged(SDLError())
        }
        self.init(owning: same)
    }

    /// A copy at another size: halved by averaging while it is more than twice too large, then interpolated.
    func scaled(width: Int, height: Int) throws(SDLError) -> Surface {
        var source = self
        while source.width >= 2 * width, source.height >= 2 * height { source = try source.halved() }
        guard source.width != width || source.height != height else { return source }
        let target = try source.blank(width: width, height: height)
        try SDLError.check(SDL_SoftStretchLinear(source.handle, nil, target.handle, nil))
        return target
    }

    private func halved() throws(SDLError) -> Surface {
        let half = try blank(width: width / 2, height: height / 2)
        for y in 0..<half.height {
            let (upper, lower, target) = (row(2 * y), row(2 * y + 1), half.row(y))
            for x in 0..<half.width {
                target[x] = Self.mean(upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1])
            }
        }
        return half
    }

    /// The mean of four pixels, two channels at a time with room between them.
    private static func mean(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
        let mask: UInt32 = 0x00FF_00FF
        let low = (a & mask) &+ (b & mask) &+ (c & mask) &+ (d & mask) &+ 0x0002_0002
        let high = (a >> 8 & mask) &+ (b >> 8 & mask) &+ (c >> 8 & mask) &+ (d >> 8 & mask) &+ 0x0002_0002
        return (low >> 2 & mask) | (high >> 2 & mask) << 8
    }

    /// Empty, and blended like this one.
    private func blank(width: Int, height: Int) throws(SDLError) -> Surface {
        let blank = try Surface(width: width, height: height)
        var mode = SDL_BLENDMODE_NONE
        try SDLError.check(SDL_GetSurfaceBlendMode(handle, &mode))
        try SDLError.check(SDL_SetSurfaceBlendMode(blank.handle, mode))
        return blank
    }
}
