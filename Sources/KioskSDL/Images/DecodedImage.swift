import CSDL2
import Synchronization

/// An image's pixels at the size at which it is shown, upright, ARGB with 8 bits each, row by row. A plain value, so that
/// another thread can make it.
public nonisolated struct DecodedImage: Equatable, Sendable, ByteCounted {
    public let width: Int
    public let height: Int
    public let pixels: [UInt32]
    /// No pixel lets the ground through.
    public let isOpaque: Bool

    /// `pixels` must be as many as width × height.
    public init(width: Int, height: Int, pixels: [UInt32], isOpaque: Bool) {
        precondition(width > 0 && height > 0 && pixels.count == width * height)
        (self.width, self.height, self.pixels, self.isOpaque) = (width, height, pixels, isOpaque)
    }

    public var byteCount: Int { pixels.count * 4 }

    /// 40 million pixels are 160 MB for a moment, a page of a newsletter at 600 dpi.
    public static let mostPixels = 40_000_000
    public static let mostBytes = 64 << 20

    /// Decodes a file's bytes, at the largest size of the image's own shape that fits.
    public init(bytes: [UInt8], fitting width: Int, _ height: Int) throws(ImageError) {
        guard let header = ImageHeader(bytes: bytes) else { throw .unknownFormat }
        try Self.checkSize(header, bytes.count)
        guard header.isWhole(in: bytes) else { throw .cutShort }
        let stored = try Stored(bytes, header)
        let (across, down) = header.orientation.isSideways ? (height, width) : (width, height)
        let scale = min(Double(max(1, across)) / Double(stored.width), Double(max(1, down)) / Double(stored.height))
        let small = try stored.scaled(
            width: max(1, Int((Double(stored.width) * scale).rounded())),
            height: max(1, Int((Double(stored.height) * scale).rounded())))
        self = small.upright(header.orientation)
    }

    private static func checkSize(_ header: ImageHeader, _ bytes: Int) throws(ImageError) {
        let (pixels, isTooMuch) = header.width.multipliedReportingOverflow(by: header.height)
        guard !isTooMuch, pixels <= mostPixels, bytes <= mostBytes else {
            throw .tooLarge(width: header.width, height: header.height)
        }
    }

    private func upright(_ orientation: ImageOrientation) -> DecodedImage {
        guard orientation != .upright else { return self }
        let (across, down) = orientation.isSideways ? (height, width) : (width, height)
        let turned = [UInt32](unsafeUninitializedCapacity: pixels.count) { target, count in
            for y in 0..<down {
                for x in 0..<across {
                    let from = orientation.source(x: x, y: y, width: width, height: height)
                    target[y * across + x] = pixels[from.y * width + from.x]
                }
            }
            count = pixels.count
        }
        return DecodedImage(width: across, height: down, pixels: turned, isOpaque: isOpaque)
    }
}

/// An image as its decoder gives it, freed as soon as it has been made smaller.
private nonisolated final class Stored {
    private let handle: UnsafeMutablePointer<SDL_Surface>
    private let isOpaque: Bool
    var width: Int { Int(handle.pointee.w) }
    var height: Int { Int(handle.pointee.h) }

    /// The library loads its decoders when they are first used, and not from two threads at once.
    private static let decoder = Mutex(())

    init(_ bytes: [UInt8], _ header: ImageHeader) throws(ImageError) {
        let loaded = Self.decoder.withLock { _ in Self.load(bytes, header.format) }
        guard let loaded else { throw .damaged(SDLError()) }
        let (width, height) = (Int(loaded.pointee.w), Int(loaded.pointee.h))
        let isPromised =
            header.format == .gif
            ? width <= header.width && height <= header.height : width == header.width && height == header.height
        guard isPromised, width > 0, height > 0 else {
            SDL_FreeSurface(loaded)
            throw .otherSize(width: width, height: height)
        }
        handle = loaded
        isOpaque = loaded.pointee.format.pointee.Amask == 0 && SDL_HasColorKey(loaded) == SDL_FALSE
        SDL_SetSurfaceBlendMode(loaded, SDL_BLENDMODE_NONE)
    }

    deinit { SDL_FreeSurface(handle) }

    /// By the decoder that the file's head names: the others are never reached.
    private static func load(_ bytes: [UInt8], _ format: ImageHeader.Format) -> UnsafeMutablePointer<SDL_Surface>? {
        bytes.withUnsafeBytes { bytes in
            guard let file = SDL_RWFromConstMem(bytes.baseAddress, Int32(bytes.count)) else { return nil }
            defer { SDL_RWclose(file) }
            return switch format {
            case .png: IMG_LoadPNG_RW(file)
            case .jpeg: IMG_LoadJPG_RW(file)
            case .webP: IMG_LoadWEBP_RW(file)
            case .gif: IMG_LoadGIF_RW(file)
            }
        }
    }

    /// Made smaller by whole steps while it is read, by the mean of each block, then interpolated: the decoder's own
    /// pixels are the only ones that are ever there in full.
    func scaled(width: Int, height: Int) throws(ImageError) -> DecodedImage {
        let step = max(1, min(self.width / width, self.height / height))
        let blocks = try means(of: step)
        guard blocks.width != width || blocks.height != height else { return blocks }
        do throws(SDLError) { return try blocks.stretched(width: width, height: height) } catch {
            throw .damaged(error)
        }
    }

    private func means(of step: Int) throws(ImageError) -> DecodedImage {
        let (across, down) = (width / step, height / step)
        guard
            let strip = SDL_CreateRGBSurfaceWithFormat(
                0, Int32(width), Int32(step), 32, SDL_PIXELFORMAT_ARGB8888.rawValue)
        else { throw .damaged(SDLError()) }
        defer { SDL_FreeSurface(strip) }
        var pixels: [UInt32] = []
        pixels.reserveCapacity(across * down)
        for row in 0..<down {
            var rows = SDL_Rect(x: 0, y: Int32(row * step), w: Int32(width), h: Int32(step))
            SDL_FillRect(strip, nil, 0)
            guard SDL_UpperBlit(handle, &rows, strip, nil) == 0 else { throw .damaged(SDLError()) }
            let pitch = Int(strip.pointee.pitch) / 4
            let source = strip.pointee.pixels.assumingMemoryBound(to: UInt32.self)
            for column in 0..<across {
                pixels.append(
                    step == 1 ? source[column] : Self.mean(source + column * step, step, pitch))
            }
        }
        return DecodedImage(width: across, height: down, pixels: pixels, isOpaque: isOpaque)
    }

    /// The mean of a square of pixels, each counted by how much of it is there.
    private static func mean(_ first: UnsafePointer<UInt32>, _ step: Int, _ pitch: Int) -> UInt32 {
        var (alpha, red, green, blue): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for y in 0..<step {
            for x in 0..<step {
                let pixel = UInt64(first[y * pitch + x])
                let share = pixel >> 24
                alpha += share
                red += (pixel >> 16 & 255) * share
                green += (pixel >> 8 & 255) * share
                blue += (pixel & 255) * share
            }
        }
        guard alpha > 0 else { return 0 }
        let half = alpha / 2
        let mean = (alpha + UInt64(step * step) / 2) / UInt64(step * step)
        let (r, g, b) = ((red + half) / alpha, (green + half) / alpha, (blue + half) / alpha)
        return UInt32(mean << 24 | r << 16 | g << 8 | b)
    }
}

nonisolated extension DecodedImage {
    /// A copy at another size, interpolated between neighbours.
    fileprivate func stretched(width: Int, height: Int) throws(SDLError) -> DecodedImage {
        var (source, target) = (pixels, [UInt32](repeating: 0, count: width * height))
        let failure = source.withUnsafeMutableBytes { from in
            target.withUnsafeMutableBytes { into -> SDLError? in
                guard let large = Self.surface(from, self.width, self.height) else { return SDLError() }
                defer { SDL_FreeSurface(large) }
                guard let small = Self.surface(into, width, height) else { return SDLError() }
                defer { SDL_FreeSurface(small) }
                return SDL_SoftStretchLinear(large, nil, small, nil) == 0 ? nil : SDLError()
            }
        }
        if let failure { throw failure }
        return DecodedImage(width: width, height: height, pixels: target, isOpaque: isOpaque)
    }

    private static func surface(
        _ pixels: UnsafeMutableRawBufferPointer, _ width: Int, _ height: Int
    ) -> UnsafeMutablePointer<SDL_Surface>? {
        SDL_CreateRGBSurfaceWithFormatFrom(
            pixels.baseAddress, Int32(width), Int32(height), 32, Int32(width * 4), SDL_PIXELFORMAT_ARGB8888.rawValue)
    }
}
