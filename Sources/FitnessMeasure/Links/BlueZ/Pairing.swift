/// What a device or the Bluetooth service wants of the person who pairs.
public enum PairingQuestion: Hashable, Sendable {
    /// Enter this number on the device. Needs no reply.
    case show(passkey: String)
    /// The device shows a number: which?
    case enterPasskey
    /// The device has a code, on a label or in its manual: which?
    case enterPIN
    /// Does the device show the same number?
    case compare(passkey: String)
}

/// What the person says.
public enum PairingReply: Hashable, Sendable {
    /// 0–999,999.
    case passkey(UInt32)
    case pin(String)
    case yes
    case no
}

/// Why a device is not paired. Words for it belong to the screens; ``code`` is their key.
public enum PairingFailure: Error, Hashable, Sendable {
    /// No Bluetooth service or no radio; the reason for staff.
    case unavailable(String)
    /// Not in the air: off, out of reach, or not in its pairing mode.
    case notFound
    /// The number was wrong, or the device keeps an older pairing.
    case authenticationFailed
    /// Somebody said no, here or on the device.
    case rejected
    case cancelled
    case timedOut
    /// The device went away in the middle.
    case connectionFailed
    /// Something else, in the service's words.
    case failed(String)

    /// The failure's name in words and on the command line.
    public var code: String {
        switch self {
        case .unavailable: "unavailable"
        case .notFound: "not_found"
        case .authenticationFailed: "authentication_failed"
        case .rejected: "rejected"
        case .cancelled: "cancelled"
        case .timedOut: "timed_out"
        case .connectionFailed: "connection_failed"
        case .failed: "failed"
        }
    }

    init(_ error: BusError) {
        self =
            switch error.name {
            case "org.bluez.Error.AuthenticationFailed": .authenticationFailed
            case "org.bluez.Error.AuthenticationRejected": .rejected
            case "org.bluez.Error.AuthenticationCanceled": .cancelled
            case "org.bluez.Error.AuthenticationTimeout": .timedOut
            case "org.bluez.Error.ConnectionAttemptFailed": .connectionFailed
            case .some: .failed(error.reason)
            case nil: .unavailable(error.reason)
            }
    }
}

/// What the kiosk's own side can show and ask, as BlueZ names it. It decides how a device wants to pair.
public enum PairingCapability: String, Sendable {
    /// Without any number, for devices that have neither display nor keys.
    case justWorks = "NoInputNoOutput"
    case keyboardDisplay = "KeyboardDisplay"
}
