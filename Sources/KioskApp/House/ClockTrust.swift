import Foundation
import SyncWire
import Synchronization

/// How far the wall clock is trusted: not before the program was built, and confirmed once the office agreed with it.
enum ClockTrust {
    case synced, unconfirmed, wrong

    /// A clock further from the office's than this is wrong.
    private static let tolerance: Double = 300
    private static let offset = Mutex<Double?>(nil)

    /// The office said what time it is; `at` is when, on this clock.
    static func heard(officeMilliseconds: Int64, at contact: Date) {
        offset.withLock { $0 = contact.timeIntervalSince1970 - Double(officeMilliseconds) / 1000 }
    }

    static var current: ClockTrust {
        guard Date() > WallClock.builtAt else { return .wrong }
        return offset.withLock { offset in
            guard let offset else { return .unconfirmed }
            return abs(offset) <= tolerance ? .synced : .wrong
        }
    }

    var state: ClockState {
        switch self {
        case .synced: .synced
        case .unconfirmed: .unconfirmed
        case .wrong: .wrong
        }
    }
}
