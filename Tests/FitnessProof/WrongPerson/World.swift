import FitnessMeasure
import Foundation

/// Nanoseconds of the kiosk's monotonic clock since the first day began.
typealias Moment = Int64

extension Moment {
    static func seconds(_ seconds: Double) -> Moment { Moment(seconds * 1_000_000_000) }
}

/// Twelve people, five stations, seven devices. Each device stands at one station; nothing but that says whose it is.
enum World {
    static let people: [UUID] = (1...12).map { number in
        UUID(uuid: (0xA0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, UInt8(number)))
    }

    enum Device: Int, CaseIterable {
        case cuffByTheDoor, cuffByTheWindow, grip, spareGrip, scale, armInCuff, unreadCuff

        var station: Int {
            switch self {
            case .cuffByTheDoor: 0
            case .cuffByTheWindow: 1
            case .grip, .spareGrip: 2
            case .scale, .armInCuff: 3
            case .unreadCuff: 4
            }
        }

        /// It dates its records by a clock that it shows to nobody.
        var isUnread: Bool { self == .unreadCuff }

        /// The profile of a serial device.
        var profile: String? {
            switch self {
            case .cuffByTheDoor, .cuffByTheWindow, .unreadCuff: nil
            case .grip, .spareGrip: "grip-serial"
            case .scale: "gtech-gl150"
            case .armInCuff: "omron-hbp9020"
            }
        }

        var address: String { "C0:FF:EE:00:00:0\(rawValue)" }

        var key: DeviceKey {
            profile == nil ? DeviceKey(rawValue: "ble:" + address) : DeviceKey(rawValue: "serial:\(self)")
        }
    }

    static let stations = 5
}

/// A person's step that was armed: from then, until something else was armed there or nothing.
struct Visit {
    let id: UUID
    let person: UUID
    let station: Int
    let test: FitnessTest
    let from: Moment
    var to: Moment
}

/// Something that happened: somebody was measured. What the product must make of it follows from this alone.
struct Truth {
    let device: World.Device
    /// Whose step was armed and who was measured in it; nil for a passer-by, or for somebody whose step was not.
    let visit: Int?
    let at: Moment
    /// What the display showed. Empty if the device failed.
    let numbers: [QuantityKind: DecimalValue]
    /// True for numbers that no body has, or in a unit that the test does not take.
    let isOdd: Bool
    /// By how many seconds the device's clock was ahead then.
    let ahead: Int
}

/// A message of a device about a truth, whole and unharmed.
struct Message {
    let truth: Int
    /// When its last byte came.
    let at: Moment
    let bytes: [UInt8]
    /// It came out of the device's memory, or together with one that the device dated later.
    let isStored: Bool
    /// By how many seconds the device's clock was ahead when it was sent.
    var ahead = 0
    /// Somebody had moved the clock, and this is the first sent since, or dated so that it can be from before.
    var isClockMoved = false
    /// The kiosk has not learned yet where the clock stands that dated it, or believes one that was moved since.
    var isUnsettled = false
    /// It came through another device's port.
    var isSwapped = false
}

/// What happens on a device's line or radio.
struct Step {
    let at: Moment
    let kind: Kind

    enum Kind {
        /// With what the device's clock shows ahead of ours, if it has one that can be read.
        case connect(ahead: Int?)
        case bytes([UInt8])
        /// A pressure that still moves.
        case live([UInt8])
        /// The radio's second of silence.
        case quiet
        case disconnect
    }
}

/// A day as it was: the script for the devices and the truth for the judge.
struct Day {
    var visits: [Visit] = []
    var truths: [Truth] = []
    var messages: [World.Device: [Message]] = [:]
    var steps: [World.Device: [Step]] = [:]
    /// Which of the unread cuffs is there: now and then a new one is bought.
    var unreadAddress = ""
    /// The serial device whose bytes come through this device's port.
    var swapped: [World.Device: World.Device] = [:]
}
