import CSDL2
import KioskUI

/// The wall's images, decoded and scaled when first needed and kept within a bound of bytes.
public final class ImageBook {
    private struct Key: Hashable {
        var id: ImageID
        var width, height: Int
    }
    private let read: (ImageID) throws -> [UInt8]
    private var surfaces: PixelCache<Key, Surface>
    /// Images that could not be shown, with the reason; tried again after ``forgetFailures()``.
    public private(set) var failures: [ImageID: ImageError] = [:]

    /// `read` gives a file's bytes by the name it has in the cache.
    public init(mostBytes: Int = 64 << 20, read: @escaping (ImageID) throws -> [UInt8]) {
        surfaces = PixelCache(mostBytes: mostBytes)
        self.read = read
    }

    /// Lets images be tried again that could not be shown.
    public func forgetFailures() { failures = [:] }

    /// The image at the largest size of its own shape that fits; nil if it cannot be shown.
    func surface(_ id: ImageID, fitting width: Int, _ height: Int) throws(SDLError) -> Surface? {
        let key = Key(id: id, width: width, height: height)
        if let known = surfaces.pixels(key) { return known }
        guard failures[id] == nil, width > 0, height > 0, let whole = decoded(id) else { return nil }
        let scale = min(Double(width) / Double(whole.width), Double(height) / Double(whole.height))
        let scaled = try whole.scaled(
            width: max(1, Int((Double(whole.width) * scale).rounded())),
            height: max(1, Int((Double(whole.height) * scale).rounded())))
        surfaces.store(scaled, for: key)
        return scaled
    }

    private func decoded(_ id: ImageID) -> Surface? {
        do {
            return try Surface(image: read(id))
        } catch let error as ImageError {
            failures[id] = error
        } catch {
            failures[id] = .unreadable("\(error)")
        }
        return nil
    }
}

/// Why an image is not shown.
public nonisolated enum ImageError: Error, Hashable {
    /// Not a PNG, JPEG or WebP.
    case unknownFormat
    /// More pixels than memory is kept for.
    case tooLarge(width: Int, height: Int)
    /// The decoder refused it.
    case damaged(SDLError)
    /// The file could not be read.
    case unreadable(String)
}
