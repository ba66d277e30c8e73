import Dispatch
import KioskSDL
import KioskUI

/// Reads and decodes pictures away from the stage, one after the other, and posts what became of them.
final class PictureDesk: Sendable {
    private let queue = DispatchQueue(label: "pictures", qos: .utility, attributes: .initiallyInactive)
    private let read: @Sendable (ImageID) throws -> [UInt8]
    private let post: @Sendable (StageEvent) -> Void

    /// Nothing is read before ``begin()``. `read` gives a file's bytes by the name it has in the cache.
    init(read: @escaping @Sendable (ImageID) throws -> [UInt8], post: @escaping @Sendable (StageEvent) -> Void) {
        (self.read, self.post) = (read, post)
    }

    deinit {
        // A queue that never ran may not be let go.
        queue.activate()
    }

    /// The first picture is on the panel: now there is time for others.
    func begin() { queue.activate() }

    /// Callable from the first thread; returns at once.
    func order(_ order: ImageOrder) {
        queue.async { [read, post] in
            do throws(ImageError) {
                post(.picture(order, .success(try DecodedImage(order, read: read))))
            } catch {
                post(.picture(order, .failure(error)))
            }
        }
    }
}
