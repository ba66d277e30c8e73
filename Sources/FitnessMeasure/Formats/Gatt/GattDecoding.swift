/// Reads the value of any characteristic that we know by its number.
public enum GattDecoding {
    /// Why there are no fields.
    public enum Failure: Error, Equatable, Sendable {
        /// No decoder for this characteristic.
        case unknownCharacteristic(String)
        case frame(GattFrameError)

        /// The error's name on the command line.
        public var code: String {
            switch self {
            case .unknownCharacteristic: "unknown_characteristic"
            case .frame(let error): error.code
            }
        }
    }

    /// The frame in a characteristic's value. `characteristic` is `2A35`, the same with `0x` or as a 128-bit UUID, or
    /// `SFLOAT` or `FLOAT` for a number alone.
    public static func frame(
        characteristic: String, bytes: [UInt8]
    ) throws(Failure) -> any GattFrame {
        guard let frame = type(of: characteristic) else { throw .unknownCharacteristic(characteristic) }
        do throws(GattFrameError) {
            return try read(frame, bytes)
        } catch {
            throw .frame(error)
        }
    }

    /// The fields of a characteristic's value by name, ready for JSON, its warnings among them.
    public static func decode(
        characteristic: String, bytes: [UInt8]
    ) throws(Failure) -> [String: GattFieldValue] {
        try frame(characteristic: characteristic, bytes: bytes).fields
    }

    /// The kind of frame that a characteristic has; nil for one that we cannot read.
    public static func frameType(of characteristic: GattUUID) -> (any GattFrame.Type)? { frames[characteristic.short] }

    /// The characteristics that can be read, as four hex digits.
    public static var characteristics: [String] { frames.keys.sorted().map { GattUUID($0).description } }

    private static func type(of characteristic: String) -> (any GattFrame.Type)? {
        switch characteristic {
        case "SFLOAT": ShortFloatFrame.self
        case "FLOAT": LongFloatFrame.self
        default: GattUUID(characteristic).flatMap { frames[$0.short] }
        }
    }

    private static func read(_ frame: any GattFrame.Type, _ bytes: [UInt8]) throws(GattFrameError) -> any GattFrame {
        try frame.init(bytes: bytes)
    }

    private static let frames: [UInt16: any GattFrame.Type] = [
        0x2A08: DateTimeFrame.self, 0x2A18: GlucoseFrame.self, 0x2A1C: TemperatureFrame.self,
        0x2A2B: CurrentTimeFrame.self, 0x2A34: GlucoseContextFrame.self, 0x2A35: BloodPressureFrame.self,
        0x2A36: BloodPressureFrame.self, 0x2A37: HeartRateFrame.self, 0x2A49: BloodPressureFeatureFrame.self,
        0x2A52: RecordAccessFrame.self, 0x2A53: WalkingSpeedFrame.self, 0x2A5E: PulseOximeterSpotFrame.self,
        0x2A5F: PulseOximeterContinuousFrame.self, 0x2A80: AgeFrame.self, 0x2A85: BirthDateFrame.self,
        0x2A8C: SexFrame.self, 0x2A8E: UserHeightFrame.self, 0x2A99: ChangeIncrementFrame.self,
        0x2A9A: UserIndexFrame.self, 0x2A9C: BodyCompositionFrame.self, 0x2A9D: WeightFrame.self,
        0x2A9F: UserControlFrame.self, 0x2ACD: TreadmillFrame.self, 0x2ACF: StepClimberFrame.self,
        0x2B34: EnhancedBloodPressureFrame.self,
    ]
}
