import KioskSDL
import KioskScreens
import KioskUI

/// What can reach the stage from outside its thread.
enum StageEvent: Sendable {
    case app(AppEvent)
    /// A finger of somebody who looks at the mirror.
    case pointer(PointerEvent.Kind, x: Int, y: Int)
    /// Fonts belong to the first thread, so what goes to the printer is drawn there, too.
    case draw(Printout)
    /// Somebody looks at the mirror and has no picture yet.
    case mirrorOpened
    /// A picture of the wall was decoded, or could not be.
    case picture(ImageOrder, Result<DecodedImage, ImageError>)
    /// A source of moving pictures has a frame, or has come to its end.
    case frame
    case quit
}

extension AppEvent {
    /// What could not be shown before may be there now.
    var bringsPictures: Bool {
        if case .playlistChanged = self { true } else { false }
    }
}
