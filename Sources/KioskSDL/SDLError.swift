import CSDL2

/// What SDL said when a call failed.
public nonisolated struct SDLError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(description: String) { self.description = description }

    /// The last error of the calling thread.
    public init() { description = String(cString: SDL_GetError()) }

    /// Passes a non-negative result on; throws on a negative one.
    @discardableResult
    public static func check(_ code: Int32) throws(SDLError) -> Int32 {
        guard code >= 0 else { throw SDLError() }
        return code
    }

    /// Passes a pointer on; throws on null.
    public static func check<Pointer>(_ pointer: Pointer?) throws(SDLError) -> Pointer {
        guard let pointer else { throw SDLError() }
        return pointer
    }
}
