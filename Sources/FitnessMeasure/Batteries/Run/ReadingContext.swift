/// How a reading came about, beside what was measured: without it nobody can compare two of them years later.
public struct ReadingContext: Codable, Equatable, Sendable {
    /// How the test was done; nil for a value that no test asked for.
    public var protocolID: ProtocolID?
    /// The hand or leg, where the test has sides.
    public var side: BodySide?
    /// Who said the number.
    public var source: ValueSource?
    /// The id of the battery that it was measured in.
    public var battery: String?
    /// The version of the reference tables in use, such as `2026-11`.
    public var tables: String?

    public init(
        protocolID: ProtocolID? = nil, side: BodySide? = nil, source: ValueSource? = nil, battery: String? = nil,
        tables: String? = nil
    ) {
        (self.protocolID, self.side, self.source) = (protocolID, side, source)
        (self.battery, self.tables) = (battery, tables)
    }
}

extension TestProtocol {
    /// The protocol as readings carry it, `chair_stand_30s/1`; a speed names its course, `gait_speed_usual/1/4m`.
    public func protocolID(metres: Int? = nil) -> ProtocolID {
        ProtocolID(rawValue: "\(id.rawValue)/\(version)" + (metres.map { "/\($0)m" } ?? ""))
    }
}

extension ProtocolID {
    /// What readings of before protocols were kept were done by.
    public static func first(of test: FitnessTestID) -> ProtocolID { ProtocolID(rawValue: "\(test.rawValue)/1") }
}
