import Foundation

/// What this thread has cost so far. Unlike a clock on the wall it does not count the others on a busy machine.
public enum CPUTime {
    public static func spent() -> Duration {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }
}
