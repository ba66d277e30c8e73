import CSDL2
import KioskUI

/// Pixels in memory, ARGB with 8 bits each, owned and freed.
final class Surface: ByteCounted {
    let handle: UnsafeMutablePointer<SDL_Surface>
    /// Ours to free; nil where SDL has its own.
    private let memory: UnsafeMutableRawPointer?

    /// Black and opaque.
    init(width: Int, height: Int) throws(SDLError) {
        handle = try SDLError.check(
            SDL_CreateRGBSurfaceWithFormat(0, Int32(width), Int32(height), 32, SDL_PIXELFORMAT_ARGB8888.rawValue))
        try SDLError.check(SDL_SetSurfaceBlendMode(handle, SDL_BLENDMODE_NONE))
        try SDLError.check(SDL_FillRect(handle, nil, 0xFF00_0000))
        memory = nil
    }

    /// With anything in it: for what is written before it is read, in part. A panel's worth of black takes longer to write than
    /// the part that is needed, and memory that nobody touches is not there.
    init(unwrittenWidth width: Int, height: Int) throws(SDLError) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: width * height * 4, alignment: 64)
        do throws(SDLError) {
            handle = try SDLError.check(
                SDL_CreateRGBSurfaceWithFormatFrom(
                    memory, Int32(width), Int32(height), 32, Int32(width * 4), SDL_PIXELFORMAT_ARGB8888.rawValue))
        } catch {
            memory.deallocate()
            throw error
        }
        self.memory = memory
    }

    /// Takes over what SDL made.
    init(owning handle: UnsafeMutablePointer<SDL_Surface>) { (self.handle, memory) = (handle, nil) }

    isolated deinit {
        SDL_FreeSurface(handle)
        memory?.deallocate()
    }

    var width: Int { Int(handle.pointee.w) }
    var height: Int { Int(handle.pointee.h) }
    var byteCount: Int { Int(handle.pointee.pitch) * height }

    /// A row's pixels.
    func row(_ y: Int) -> UnsafeMutablePointer<UInt32> {
        (handle.pointee.pixels + y * Int(handle.pointee.pitch)).assumingMemoryBound(to: UInt32.self)
    }

    /// Where drawing has an effect.
    var clip: Rect {
        let clip = handle.pointee.clip_rect
        return Rect(x: Int(clip.x), y: Int(clip.y), width: Int(clip.w), height: Int(clip.h))
    }

    func setClip(_ rect: Rect?) {
        guard var area = rect.map(SDL_Rect.init) else {
            SDL_SetClipRect(handle, nil)
            return
        }
        SDL_SetClipRect(handle, &area)
    }

    func fill(_ rect: Rect, _ color: Color) {
        guard rect.width > 0, rect.height > 0, let area = rect.intersection(clip) else { return }
        let ink = color.argb
        for y in area.y..<area.maxY { (row(y) + area.x).update(repeating: ink, count: area.width) }
    }

    /// Copies rectangles to the same place of another surface; all must lie inside both.
    ///
    /// A panel differs from ours by the byte that would be alpha and is not there. For SDL that is another format, to be
    /// translated pixel by pixel; as memory it is the same.
    func copy(_ areas: [Rect], onto target: UnsafeMutablePointer<SDL_Surface>) throws(SDLError) {
        guard isSameInMemory(as: target) else {
            try SDLError.check(SDL_SetSurfaceBlendMode(handle, SDL_BLENDMODE_NONE))
            for area in areas {
                var (from, to) = (SDL_Rect(area), SDL_Rect(area))
                try SDLError.check(SDL_UpperBlit(handle, &from, target, &to))
            }
            return
        }
        let pitch = Int(target.pointee.pitch)
        for area in areas {
            for y in area.y..<area.maxY {
                (target.pointee.pixels + y * pitch + area.x * 4)
                    .copyMemory(from: row(y) + area.x, byteCount: area.width * 4)
            }
        }
    }

    /// True for 32 bits with red, green and blue in the same places, and no lock to be taken.
    func isSameInMemory(as other: UnsafeMutablePointer<SDL_Surface>) -> Bool {
        guard let mine = handle.pointee.format, let theirs = other.pointee.format,
            other.pointee.flags & UInt32(SDL_RLEACCEL) == 0
        else { return false }
        return mine.pointee.BytesPerPixel == theirs.pointee.BytesPerPixel
            && mine.pointee.Rmask == theirs.pointee.Rmask && mine.pointee.Gmask == theirs.pointee.Gmask
            && mine.pointee.Bmask == theirs.pointee.Bmask
    }
}

extension SDL_Rect {
    nonisolated init(_ rect: Rect) {
        self.init(x: Int32(rect.x), y: Int32(rect.y), w: Int32(rect.width), h: Int32(rect.height))
    }
}

extension Color {
    nonisolated var argb: UInt32 { 0xFF00_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}

/// Lays a colour over a pixel; `alpha` 0…255.
@inline(__always)
nonisolated func blend(_ color: UInt32, over pixel: UInt32, alpha: UInt32) -> UInt32 {
    // Red and blue are weighted together, each with room for its carry; 256 steps keep full alpha exact.
    let share = alpha &+ (alpha >> 7)
    let rest = 256 &- share
    let redBlue = ((color & 0xFF00FF) &* share &+ (pixel & 0xFF00FF) &* rest) >> 8 & 0xFF00FF
    let green = ((color & 0xFF00) &* share &+ (pixel & 0xFF00) &* rest) >> 8 & 0xFF00
    return 0xFF00_0000 | redBlue | green
}
