import KioskUI

/// An image at the size at which it is wanted.
public nonisolated struct ImageOrder: Hashable, Sendable {
    public let id: ImageID
    /// The box that it must fit, in pixels.
    public let width: Int
    public let height: Int

    public init(_ id: ImageID, width: Int, height: Int) { (self.id, self.width, self.height) = (id, width, height) }
}

/// The wall's images at the sizes at which they are shown, kept within a bound of bytes. They are ordered before they are
/// needed and come when they are decoded; drawing never waits for one.
public final class ImageBook {
    private let order: (ImageOrder) -> Result<DecodedImage, ImageError>?
    private var images: PixelCache<ImageOrder, DecodedImage>
    private var live: [ImageID: DecodedImage] = [:]
    private var awaited: Set<ImageOrder> = []
    /// Images that could not be shown, with the reason; tried again after ``forgetFailures()``.
    public private(set) var failures: [ImageID: ImageError] = [:]

    /// Nobody waits for more than these at once; further ones are ordered when they are needed.
    private static let mostAwaited = 16
    private static let mostFailures = 1_000

    /// `order` is asked once for each; nil means that the answer will come by ``take(_:for:)``.
    public init(mostBytes: Int = 64 << 20, order: @escaping (ImageOrder) -> Result<DecodedImage, ImageError>?) {
        images = PixelCache(mostBytes: mostBytes)
        self.order = order
    }

    /// Decodes where it is drawn, for those who draw one picture and wait for it. `read` gives a file's bytes.
    public convenience init(mostBytes: Int = 64 << 20, read: @escaping (ImageID) throws -> [UInt8]) {
        self.init(mostBytes: mostBytes) { order in
            do throws(ImageError) {
                return .success(try DecodedImage(order, read: read))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Lets images be tried again that could not be shown.
    public func forgetFailures() { failures = [:] }

    /// Bytes of what is kept.
    public var byteCount: Int { images.byteCount }

    /// Orders the images of a picture that is to be drawn. Answers those that are still to come.
    public func prepare(_ commands: [DrawCommand]) -> Set<ImageOrder> {
        var missing: Set<ImageOrder> = []
        for case .image(let id, let rect) in commands {
            let wanted = ImageOrder(id, width: rect.width, height: rect.height)
            if image(wanted) == nil, failures[id] == nil { missing.insert(wanted) }
        }
        return missing
    }

    /// What became of an order.
    public func take(_ result: Result<DecodedImage, ImageError>, for order: ImageOrder) {
        awaited.remove(order)
        switch result {
        case .success(let image):
            images.store(image, for: order)
            failures[order.id] = nil
        case .failure(let error):
            if failures.count >= Self.mostFailures { failures = [:] }
            failures[order.id] = error
        }
    }

    /// The newest frame of a moving picture, in the place of the one before; nil takes it away.
    public func show(_ frame: DecodedImage?, as id: ImageID) { live[id] = frame }

    /// The image, if it is there; else it is ordered.
    func image(_ wanted: ImageOrder) -> DecodedImage? {
        // Frames come when their source has one; nobody can order them.
        if wanted.id.source != nil { return live[wanted.id] }
        if let known = images.pixels(wanted) { return known }
        guard failures[wanted.id] == nil, wanted.width > 0, wanted.height > 0, !awaited.contains(wanted),
            awaited.count < Self.mostAwaited
        else { return nil }
        awaited.insert(wanted)
        guard let answer = order(wanted) else { return nil }
        take(answer, for: wanted)
        return images.pixels(wanted)
    }
}

extension DecodedImage {
    /// Reads and decodes what is ordered.
    public nonisolated init(_ order: ImageOrder, read: (ImageID) throws -> [UInt8]) throws(ImageError) {
        let bytes: [UInt8]
        do { bytes = try read(order.id) } catch let error as ImageError { throw error } catch {
            throw .unreadable("\(error)")
        }
        self = try DecodedImage(bytes: bytes, fitting: order.width, order.height)
    }
}
