/// Why an image is not shown.
public nonisolated enum ImageError: Error, Hashable, Sendable {
    /// Not a PNG, JPEG, WebP or GIF.
    case unknownFormat
    /// More pixels, or more bytes, than memory is kept for.
    case tooLarge(width: Int, height: Int)
    /// The file ends before its picture does.
    case cutShort
    /// The decoder found another size than the file's head had promised.
    case otherSize(width: Int, height: Int)
    /// The decoder refused it.
    case damaged(SDLError)
    /// The file could not be read.
    case unreadable(String)
    /// Nobody answered in time.
    case late
}
