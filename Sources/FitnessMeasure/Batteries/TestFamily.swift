/// Tests that look alike and must never stand in for each other: each has tables of its own.
public enum TestFamily: String, CaseIterable, Sendable {
    case upAndGo = "up_and_go"
    case sitAndReach = "sit_and_reach"
    case usualGait = "usual_gait"

    public var members: [FitnessTestID] {
        switch self {
        case .upAndGo: [.upAndGo, .usualUpAndGo, .eightFootUpAndGo]
        case .sitAndReach: [.sitAndReach, .chairSitAndReach]
        case .usualGait: [.usualGait, .fourMetreGait, .threeMetreGait]
        }
    }
}

extension FitnessTestID {
    /// The family whose other members are other tests; nil for a test that resembles none.
    public var family: TestFamily? { TestFamily.allCases.first { $0.members.contains(self) } }
}

/// One way to do a test of a family. A rule that was made for one way takes ``ProtocolResult`` of that way, so that the
/// result of another one does not compile.
public protocol MeasuringProtocol: Sendable {
    static var test: FitnessTestID { get }
}

/// 3 m and back as fast as is safe: 국민체력100.
public enum FastUpAndGo: MeasuringProtocol { public static let test: FitnessTestID = .upAndGo }
/// 3 m and back at the usual pace: the classic Timed Up and Go.
public enum UsualUpAndGo: MeasuringProtocol { public static let test: FitnessTestID = .usualUpAndGo }
/// 8 feet and back as fast as is safe: Senior Fitness Test.
public enum EightFootUpAndGo: MeasuringProtocol { public static let test: FitnessTestID = .eightFootUpAndGo }
/// On the floor, in centimetres, 0 at the feet: 국민체력100.
public enum FloorSitAndReach: MeasuringProtocol { public static let test: FitnessTestID = .sitAndReach }
/// On a chair, one leg stretched: Senior Fitness Test.
public enum ChairSitAndReach: MeasuringProtocol { public static let test: FitnessTestID = .chairSitAndReach }

/// A result of exactly one protocol.
public struct ProtocolResult<Way: MeasuringProtocol>: Hashable, Sendable {
    public let value: QuantityValue

    /// Nil if the result is of another test.
    public init?(_ result: TestResult) {
        guard result.test == Way.test else { return nil }
        value = result.value
    }
}

extension ProtocolResult: Codable {
    private enum Key: CodingKey { case test, value }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard try container.decode(FitnessTestID.self, forKey: .test) == Way.test else {
            throw DecodingError.dataCorruptedError(
                forKey: .test, in: container, debugDescription: "not a result of \(Way.test.rawValue)")
        }
        value = try container.decode(QuantityValue.self, forKey: .value)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(Way.test, forKey: .test)
        try container.encode(value, forKey: .value)
    }
}
