import CSDL2
import KioskUI

/// Tells pictures apart, as they lie in memory.
enum Fingerprint {
    /// Of the colours in a rectangle of a surface with four bytes a pixel; 0 if there is only one.
    static func of(_ area: Rect, in surface: UnsafeMutablePointer<SDL_Surface>) -> UInt64 {
        let pitch = Int(surface.pointee.pitch)
        let format = surface.pointee.format.pointee
        let colours = format.Rmask | format.Gmask | format.Bmask
        // Two lanes, so that one pixel need not wait for the one before.
        var (even, odd): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
        var (all, any) = (colours, UInt32(0))
        for y in area.y..<area.maxY {
            let row = (surface.pointee.pixels + y * pitch).assumingMemoryBound(to: UInt32.self) + area.x
            for x in 0..<area.width {
                let pixel = row[x] & colours
                all &= pixel
                any |= pixel
                if x & 1 == 0 {
                    even = (even ^ UInt64(pixel)) &* 0x100_0000_01B3
                } else {
                    odd = (odd ^ UInt64(pixel)) &* 0x100_0000_01B3
                }
            }
        }
        return all == any ? 0 : (even ^ (odd << 31 | odd >> 33)) | 1
    }
}
