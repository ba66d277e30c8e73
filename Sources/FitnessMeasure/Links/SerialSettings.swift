/// How a serial line is set: speed, character format, flow control.
public struct SerialSettings: Equatable, Sendable {
    /// Bits a second; one of ``knownSpeeds``.
    public var baud: Int
    /// Data bits a character, 7 or 8.
    public var bits: Int
    public var parity: Parity
    /// Stop bits, 1 or 2.
    public var stop: Int
    public var flow: Flow

    public enum Parity: String, Decodable, Sendable { case none, even, odd }
    public enum Flow: String, Decodable, Sendable { case none, hardware, software }

    public static let knownSpeeds = [300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115_200, 230_400]

    public init(baud: Int, bits: Int = 8, parity: Parity = .none, stop: Int = 1, flow: Flow = .none) {
        (self.baud, self.bits, self.parity, self.stop, self.flow) = (baud, bits, parity, stop, flow)
    }
}
