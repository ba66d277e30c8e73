/// A two-way byte stream: a serial port, a pseudo terminal, a recording being played.
public protocol ByteLink: Sendable {
    /// Opens the link exclusively. The stream ends by throwing ``LinkLost``; opening again is allowed.
    func open() async throws -> any OpenByteLink
}

/// An open byte stream. Chunks come as the system delivered them; nothing is assumed of their borders.
public protocol OpenByteLink: Sendable {
    var chunks: AsyncThrowingStream<[UInt8], any Error> { get }
    func write(_ bytes: [UInt8]) async throws
    func close() async
}

/// The cable was pulled, the port is gone or held by another process.
public struct LinkLost: Error, Equatable, Sendable {
    /// What the system said, for staff.
    public let reason: String
    public init(reason: String) { self.reason = reason }
}
