import CSDL2
import KioskSDL
import KioskUI
import Testing

@Suite @MainActor struct TouchInputTests {
    private let input = TouchInput(width: 1080, height: 1920)

    private func finger(_ type: SDL_EventType, x: Float, y: Float, device: Int64 = 5) -> SDL_Event {
        var event = SDL_Event()
        event.tfinger = SDL_TouchFingerEvent(
            type: type.rawValue, timestamp: SDL_GetTicks(), touchId: device, fingerId: 7, x: x, y: y, dx: 0, dy: 0,
            pressure: 1, windowID: 1)
        return event
    }

    private func click(_ type: SDL_EventType, button: UInt8 = 1, device: UInt32 = 0) -> SDL_Event {
        var event = SDL_Event()
        event.button = SDL_MouseButtonEvent(
            type: type.rawValue, timestamp: SDL_GetTicks(), windowID: 1, which: device, button: button, state: 1,
            clicks: 1, padding1: 0, x: 30, y: 40)
        return event
    }

    @Test func `fingers are told in pixels`() throws {
        for (type, kind) in [
            (SDL_FINGERDOWN, PointerEvent.Kind.down), (SDL_FINGERMOTION, .move), (SDL_FINGERUP, .up),
        ] {
            let pointer = try #require(input.pointerEvent(finger(type, x: 0.5, y: 0.25)))
            #expect(pointer.kind == kind && pointer.finger == 7)
            #expect(pointer.x == 540 && pointer.y == 480)
            #expect(abs(pointer.milliseconds - TouchInput.now) < 1000)
        }
    }

    @Test func `the mouse's left button is a finger, and its others are nothing`() throws {
        let pointer = try #require(input.pointerEvent(click(SDL_MOUSEBUTTONDOWN)))
        #expect(pointer.kind == .down && pointer.finger == TouchInput.mouse && pointer.x == 30 && pointer.y == 40)
        #expect(input.pointerEvent(click(SDL_MOUSEBUTTONUP))?.kind == .up)
        #expect(input.pointerEvent(click(SDL_MOUSEBUTTONDOWN, button: 3)) == nil)
    }

    @Test func `a touch's copy as a mouse and a mouse's copy as a touch are nothing`() {
        #expect(input.pointerEvent(click(SDL_MOUSEBUTTONDOWN, device: .max)) == nil)
        #expect(input.pointerEvent(finger(SDL_FINGERDOWN, x: 0.5, y: 0.5, device: -1)) == nil)
    }

    @Test func `the mouse moves only while its button is down`() {
        var event = SDL_Event()
        event.motion = SDL_MouseMotionEvent(
            type: SDL_MOUSEMOTION.rawValue, timestamp: 0, windowID: 1, which: 0, state: 0, x: 1, y: 2, xrel: 0, yrel: 0)
        #expect(input.pointerEvent(event) == nil)
        event.motion.state = 1
        #expect(input.pointerEvent(event)?.kind == .move)
    }

    @Test func `other events are nothing`() {
        var event = SDL_Event()
        event.type = SDL_KEYDOWN.rawValue
        #expect(input.pointerEvent(event) == nil)
    }
}
