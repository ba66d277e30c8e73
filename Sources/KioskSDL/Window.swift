import CSDL2
import Glibc
import KioskUI

/// The window on the panel: takes what a canvas drew.
// The isolation is spelled out because the compiler loses the default one when another module inlines the deinit.
@MainActor
public final class Window {
    private let handle: OpaquePointer

    /// Opens the display. Without a size the window fills the panel.
    public init(title: String, size: (width: Int, height: Int)? = nil) throws(SDLError) {
        Self.prepare()
        try SDLError.check(SDL_InitSubSystem(SDL_INIT_VIDEO))
        Self.chooseFramebuffer()
        let flags = size == nil ? SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue : SDL_WINDOW_SHOWN.rawValue
        let centred = Int32(bitPattern: SDL_WINDOWPOS_CENTERED_MASK)
        handle = try SDLError.check(
            SDL_CreateWindow(
                title, centred, centred, Int32(size?.width ?? 1080), Int32(size?.height ?? 1920), flags))
        if size == nil { SDL_ShowCursor(SDL_DISABLE) }
    }

    isolated deinit {
        SDL_DestroyWindow(handle)
        SDL_QuitSubSystem(SDL_INIT_VIDEO)
    }

    /// Tells SDL what a panel needs. It changes the process's environment: to be called before other threads read it,
    /// if there are any by the time that the window opens.
    ///
    /// Touches must not come a second time as mouse clicks, nor the other way round; the screen never sleeps by itself.
    /// Nobody types into the window, so X11's tables of composed letters are not read (a fifth of its start), and no
    /// bus is started for a desktop that is not there.
    public static func prepare() {
        setenv("LC_ALL", "C", 1)
        setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0)
        SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0")
        SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0")
        SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0")
        SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1")
    }

    /// X11 takes pixels by shared memory, several times faster than through an OpenGL that may be software, and the first
    /// picture comes a quarter of a second earlier; without a display OpenGL would cost 50 MB for nothing. Other displays
    /// have no such way.
    private static func chooseFramebuffer() {
        guard let driver = SDL_GetCurrentVideoDriver(), ["x11", "offscreen"].contains(String(cString: driver)) else {
            return
        }
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0")
    }

    /// In pixels; asks anew, because a panel can be turned or replaced.
    public var size: (width: Int, height: Int) {
        var (width, height): (Int32, Int32) = (0, 0)
        SDL_GetWindowSize(handle, &width, &height)
        return (Int(width), Int(height))
    }

    /// Shows the canvas, or only some rectangles of it.
    public func present(_ canvas: Canvas, only dirty: [Rect]? = nil) throws(SDLError) {
        let target = try SDLError.check(SDL_GetWindowSurface(handle))
        let panel = Rect(x: 0, y: 0, width: Int(target.pointee.w), height: Int(target.pointee.h))
        let areas = (dirty ?? [canvas.bounds]).compactMap { $0.intersection(canvas.bounds)?.intersection(panel) }
        guard !areas.isEmpty else { return }
        try canvas.surface.copy(areas, onto: target)
        var rects = areas.map { SDL_Rect($0) }
        try SDLError.check(SDL_UpdateWindowSurfaceRects(handle, &rects, Int32(rects.count)))
    }

    /// Shows a step of a cross-fade from what was there before to what the canvas holds, inside some rectangles;
    /// `progress` 0…1.
    public func present(
        _ canvas: Canvas, over before: PictureCopy, progress: Double, only dirty: [Rect]? = nil
    ) throws(SDLError) {
        let target = try SDLError.check(SDL_GetWindowSurface(handle))
        let panel = Rect(x: 0, y: 0, width: Int(target.pointee.w), height: Int(target.pointee.h))
        let areas = (dirty ?? [canvas.bounds]).compactMap { $0.intersection(canvas.bounds)?.intersection(panel) }
        guard !areas.isEmpty else { return }
        let alpha = UInt32(max(0, min(1, progress)) * 255)
        try canvas.surface.mix(areas, over: before.surface, alpha: alpha, onto: target)
        var rects = areas.map { SDL_Rect($0) }
        try SDLError.check(SDL_UpdateWindowSurfaceRects(handle, &rects, Int32(rects.count)))
    }

    /// False while the panel does not take the pictures: the window is hidden or minimised.
    public var isVisible: Bool {
        SDL_GetWindowFlags(handle) & (SDL_WINDOW_HIDDEN.rawValue | SDL_WINDOW_MINIMIZED.rawValue) == 0
    }

    /// A number that tells pictures apart, of what the panel was given last; 0 for one colour throughout.
    public func fingerprint(in area: Rect) throws(SDLError) -> UInt64 {
        let target = try SDLError.check(SDL_GetWindowSurface(handle))
        let panel = Rect(x: 0, y: 0, width: Int(target.pointee.w), height: Int(target.pointee.h))
        guard let area = area.intersection(panel), target.pointee.format.pointee.BytesPerPixel == 4 else { return 0 }
        return Fingerprint.of(area, in: target)
    }

    /// One pixel of what the panel was given last.
    public func color(x: Int, y: Int) throws(SDLError) -> Color {
        let target = try SDLError.check(SDL_GetWindowSurface(handle))
        let place = Rect(x: x, y: y, width: 1, height: 1)
        guard place.intersection(Rect(x: 0, y: 0, width: Int(target.pointee.w), height: Int(target.pointee.h))) != nil,
            target.pointee.format.pointee.BytesPerPixel == 4
        else { throw SDLError(description: "no such pixel") }
        let row = target.pointee.pixels + y * Int(target.pointee.pitch)
        var (red, green, blue): (UInt8, UInt8, UInt8) = (0, 0, 0)
        SDL_GetRGB(row.assumingMemoryBound(to: UInt32.self)[x], target.pointee.format, &red, &green, &blue)
        return Color(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
    }
}
