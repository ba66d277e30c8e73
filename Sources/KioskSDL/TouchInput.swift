import CSDL2
import KioskUI

/// Turns SDL's events into pointer events; a mouse works as a finger.
public nonisolated struct TouchInput: Sendable {
    private let width, height: Int
    /// The finger that the mouse is.
    public static let mouse: Int64 = -1

    /// The window's size, for touch panels report shares of it.
    public init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

    /// Nil if the event is none of a finger or of the mouse's left button.
    public func pointerEvent(_ event: SDL_Event) -> PointerEvent? {
        switch SDL_EventType(event.type) {
        case SDL_FINGERDOWN: touch(.down, event.tfinger)
        case SDL_FINGERMOTION: touch(.move, event.tfinger)
        case SDL_FINGERUP: touch(.up, event.tfinger)
        case SDL_MOUSEBUTTONDOWN: click(.down, event.button)
        case SDL_MOUSEBUTTONUP: click(.up, event.button)
        case SDL_MOUSEMOTION: drag(event.motion)
        case SDL_WINDOWEVENT: leave(event.window)
        default: nil
        }
    }

    /// Milliseconds of the clock that pointer events carry.
    public static var now: Int { Int(SDL_GetTicks64()) }

    /// SDL's stamps begin anew after 49 days; their age does not.
    private func time(_ stamp: UInt32) -> Int {
        let now = SDL_GetTicks64()
        return Int(now) - Int(UInt32(truncatingIfNeeded: now) &- stamp)
    }

    private func touch(_ kind: PointerEvent.Kind, _ finger: SDL_TouchFingerEvent) -> PointerEvent? {
        guard finger.touchId != Self.mouse else { return nil }
        return PointerEvent(
            kind, finger: finger.fingerId, x: Int(finger.x * Float(width)), y: Int(finger.y * Float(height)),
            at: time(finger.timestamp))
    }

    private func click(_ kind: PointerEvent.Kind, _ button: SDL_MouseButtonEvent) -> PointerEvent? {
        guard button.button == UInt8(SDL_BUTTON_LEFT), button.which != UInt32.max else { return nil }
        return PointerEvent(
            kind, finger: Self.mouse, x: Int(button.x), y: Int(button.y), at: time(button.timestamp))
    }

    private func drag(_ motion: SDL_MouseMotionEvent) -> PointerEvent? {
        guard motion.state & 1 != 0, motion.which != UInt32.max else { return nil }
        return PointerEvent(.move, finger: Self.mouse, x: Int(motion.x), y: Int(motion.y), at: time(motion.timestamp))
    }

    /// The mouse left the window with its button down.
    private func leave(_ window: SDL_WindowEvent) -> PointerEvent? {
        guard window.event == UInt8(SDL_WINDOWEVENT_FOCUS_LOST.rawValue) else { return nil }
        return PointerEvent(.cancel, finger: Self.mouse, x: 0, y: 0, at: time(window.timestamp))
    }
}
