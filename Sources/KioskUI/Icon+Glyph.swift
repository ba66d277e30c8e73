extension Icon {
    /// The glyph in Debian's fonts-material-design-icons-iconfont 6.7.0, as a text of one character.
    public var glyph: String {
        guard let scalar = Unicode.Scalar(codePoint) else { preconditionFailure("\(rawValue) has no glyph") }
        return String(Character(scalar))
    }

    /// Code points as the package's `_variables.scss` lists them.
    private var codePoint: UInt32 { screenGlyph ?? thingGlyph }

    /// Icons of actions and of the screen itself.
    private var screenGlyph: UInt32? {
        switch self {
        case .home: 0xE88A
        case .back: 0xE5C4
        case .help: 0xE925
        case .touch: 0xE913
        case .check: 0xE86C
        case .speaker: 0xE050
        case .mute: 0xE04F
        case .printer: 0xE8AD
        case .save: 0xE161
        case .keyboard: 0xE312
        case .erase: 0xE14A
        case .repeatArrow: 0xE042
        case .language: 0xE894
        case .zoomIn: 0xE8FF
        case .contrast: 0xEB37
        case .close: 0xE5CD
        case .done: 0xE877
        case .plus: 0xE145
        case .minus: 0xE15B
        case .play: 0xE037
        case .stop: 0xE047
        case .pause: 0xE034
        case .up: 0xE5D8
        case .down: 0xE5DB
        case .question: 0xE8FD
        case .warning: 0xE002
        case .inbox: 0xE156
        case .lock: 0xE897
        default: nil
        }
    }

    /// Icons of things, people and weather.
    private var thingGlyph: UInt32 {
        switch self {
        case .heart: 0xE87D
        case .dumbbell: 0xEB43
        case .chart: 0xE922
        case .calendar: 0xE616
        case .bus: 0xE530
        case .music: 0xE405
        case .notice: 0xE85A
        case .timer: 0xE425
        case .clock: 0xE8B5
        case .bluetooth: 0xE1A8
        case .chair: 0xE637
        case .hand: 0xE769
        case .walk: 0xE536
        case .figureEight: 0xEB3D
        case .balance: 0xE84E
        case .person: 0xE7FD
        case .people: 0xE7FB
        case .elderly: 0xF21A
        case .card: 0xEA67
        case .wheelchair: 0xE914
        case .serial: 0xE1E0
        case .scanner: 0xF206
        case .phone: 0xE0CD
        case .place: 0xE55F
        case .video: 0xE04B
        case .scale: 0xF039
        case .wifiOff: 0xE648
        case .work: 0xE8F9
        case .school: 0xE80C
        case .newspaper: 0xEB81
        case .pin: 0xF10D
        case .practice: 0xEA78
        default: weatherGlyph
        }
    }

    private var weatherGlyph: UInt32 {
        switch self {
        case .sun: 0xE430
        case .cloud: 0xE2BD
        case .partlyCloudy: 0xE2C2
        case .umbrella: 0xEB3E
        case .snow: 0xEB3B
        case .rainAndSnow: 0xE810
        case .fog: 0xE818
        case .thunder: 0xEBDB
        case .wind: 0xEFD8
        case .thermometer: 0xF076
        case .drop: 0xE798
        default: preconditionFailure("\(rawValue) has no glyph")
        }
    }
}
