/// Turns what one connected instrument sends into findings. Pure, and new for each connection, so that nothing of the
/// last one meets the next.
protocol GattInterpreter: Sendable {
    /// Takes in a characteristic's value.
    mutating func receive(_ bytes: [UInt8], of characteristic: GattUUID) throws(GattFrameError) -> [GattFinding]

    /// What was sent in one go has ended: by silence, or because the device hung up.
    mutating func end(_ ending: GattEnding) -> [GattLateFinding]
}

/// What was known only at the end, and of which characteristic it was.
struct GattLateFinding {
    var characteristic: GattUUID
    var finding: GattFinding

    init(_ characteristic: GattUUID, _ finding: GattFinding) {
        (self.characteristic, self.finding) = (characteristic, finding)
    }
}

/// How a burst of values ended.
enum GattEnding: Equatable, Sendable { case quiet, hungUp }

extension GattInterpreter {
    mutating func end(_ ending: GattEnding) -> [GattLateFinding] { [] }
}

/// For instruments whose every frame stands for itself.
struct FrameInterpreter: GattInterpreter {
    private let results: [GattUUID: any MeasurementFrame.Type]
    private let live: [GattUUID: any LiveFrame.Type]

    init(results: [GattUUID: any MeasurementFrame.Type] = [:], live: [GattUUID: any LiveFrame.Type] = [:]) {
        (self.results, self.live) = (results, live)
    }

    func receive(_ bytes: [UInt8], of characteristic: GattUUID) throws(GattFrameError) -> [GattFinding] {
        if let type = results[characteristic] { return [try Self.measured(type, bytes)] }
        if let type = live[characteristic] { return [.live(try Self.shown(type, bytes))] }
        return []
    }

    private static func measured(
        _ type: any MeasurementFrame.Type, _ bytes: [UInt8]
    ) throws(GattFrameError) -> GattFinding {
        try type.init(bytes: bytes).finding(raw: bytes)
    }

    private static func shown(_ type: any LiveFrame.Type, _ bytes: [UInt8]) throws(GattFrameError) -> QuantityValue? {
        try type.init(bytes: bytes).liveValue
    }
}
