import KioskUI
import SignageFeed

extension RegionID {
    /// Where the content of a zone is drawn.
    public init(_ zone: Zone) { self.init(zone.rawValue) }
}

extension Node where Event == AppEvent {
    /// The content of a zone itself, without the frame that is there whatever it shows: what is looked at to say that the
    /// content was visible.
    static func zone(_ zone: Zone, _ content: View) -> View { .region(RegionID(zone), content) }
}
