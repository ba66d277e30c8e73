import CSDL2
import Glibc

/// Wakes the stage from any thread, and lets it sleep until then.
///
/// On X11 and Wayland SDL itself sleeps in the display's socket. Its other drivers poll every millisecond, which costs
/// 1–2 % of a core for a picture that stands still; there the stage sleeps on a pipe instead.
struct Doorbell: Sendable {
    private let listening: Int32
    private let ringing: Int32

    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError("pipe") }
        for end in ends {
            guard fcntl(end, F_SETFL, O_NONBLOCK) == 0, fcntl(end, F_SETFD, FD_CLOEXEC) == 0 else {
                throw SystemError("fcntl")
            }
        }
        (listening, ringing) = (ends[0], ends[1])
    }

    /// Callable from any thread.
    func ring() {
        var stroke: UInt8 = 1
        // A full pipe means that the bell is ringing already.
        _ = Glibc.write(ringing, &stroke, 1)
        var event = SDL_Event()
        event.type = SDL_USEREVENT.rawValue
        SDL_PushEvent(&event)
    }

    /// Sleeps until the bell rings, input comes, or the time is over.
    @MainActor func wait(_ milliseconds: Int32, driver: VideoDriver) {
        switch driver {
        case .sleepsItself:
            SDL_WaitEventTimeout(nil, milliseconds)
        case .hasNoInput:
            sleep(milliseconds)
        case .mustBePumped(let interval):
            sleep(milliseconds < 0 ? interval : min(milliseconds, interval))
        }
        silence()
    }

    private func sleep(_ milliseconds: Int32) {
        var waiting = pollfd(fd: listening, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, milliseconds)
    }

    private func silence() {
        var strokes = [UInt8](repeating: 0, count: 64)
        while Glibc.read(listening, &strokes, strokes.count) == strokes.count {}
    }
}

/// How SDL's current video driver waits for input.
enum VideoDriver: Equatable, Sendable {
    case sleepsItself
    case hasNoInput
    /// Milliseconds between two looks at the input devices.
    case mustBePumped(every: Int32)

    static var current: VideoDriver {
        switch SDL_GetCurrentVideoDriver().map({ String(cString: $0) }) {
        case "x11", "wayland": .sleepsItself
        case "dummy", "offscreen": .hasNoInput
        default: .mustBePumped(every: 16)
        }
    }
}

/// A system call that failed, and what the system said.
struct SystemError: Error, CustomStringConvertible {
    let description: String
    init(_ call: String, _ code: Int32 = errno) { description = "\(call): \(String(cString: strerror(code)))" }
}
