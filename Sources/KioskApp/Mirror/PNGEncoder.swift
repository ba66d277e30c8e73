import CSDL2
import KioskSDL

/// A picture's pixels as PNG bytes, off the first thread: SDL's surfaces share nothing.
enum PNGEncoder {
    /// Room that a PNG never exceeds: the pixels, a filter byte a row, and the chunks around.
    static func encode(_ picture: LookingGlass.Picture) throws -> [UInt8] {
        var pixels = picture.pixels
        var file = [UInt8](repeating: 0, count: pixels.count + picture.height + 4096)
        let length = try pixels.withUnsafeMutableBytes { source in
            let surface = try SDLError.check(
                SDL_CreateRGBSurfaceWithFormatFrom(
                    source.baseAddress, Int32(picture.width), Int32(picture.height), 32, Int32(picture.width * 4),
                    SDL_PIXELFORMAT_RGBA32.rawValue))
            defer { SDL_FreeSurface(surface) }
            return try file.withUnsafeMutableBytes { target in
                let stream = try SDLError.check(SDL_RWFromMem(target.baseAddress, Int32(target.count)))
                defer { SDL_RWclose(stream) }
                try SDLError.check(IMG_SavePNG_RW(surface, stream, 0))
                return Int(SDL_RWtell(stream))
            }
        }
        return Array(file.prefix(length))
    }
}
