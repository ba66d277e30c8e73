import Foundation
import Glibc
import KioskScreens

/// The clock that only runs forward, the same for touches, devices and events.
enum MonotonicTime {
    static var nanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension Moment {
    static var current: Moment { Moment(monotonic: .nanoseconds(MonotonicTime.nanoseconds), wall: Date()) }
}
