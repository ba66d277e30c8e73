import CSDL2
import KioskUI

extension Surface {
    /// Writes a mixture of this surface, `alpha` 0…255 of it, and another of the same size onto a third, inside rectangles
    /// that lie in all of them.
    func mix(
        _ areas: [Rect], over below: Surface, alpha: UInt32, onto target: UnsafeMutablePointer<SDL_Surface>
    ) throws(SDLError) {
        guard isSameInMemory(as: target) else {
            let mixed = try Surface(width: width, height: height)
            mixInMemory(areas, over: below, alpha: alpha, onto: mixed.handle)
            return try mixed.copy(areas, onto: target)
        }
        mixInMemory(areas, over: below, alpha: alpha, onto: target)
    }

    private func mixInMemory(
        _ areas: [Rect], over below: Surface, alpha: UInt32, onto target: UnsafeMutablePointer<SDL_Surface>
    ) {
        let pitch = Int(target.pointee.pitch)
        for area in areas {
            for y in area.y..<area.maxY {
                let mixed = (target.pointee.pixels + y * pitch).assumingMemoryBound(to: UInt32.self) + area.x
                let (upper, lower) = (row(y) + area.x, below.row(y) + area.x)
                for x in 0..<area.width { mixed[x] = blend(upper[x], over: lower[x], alpha: alpha) }
            }
        }
    }
}
