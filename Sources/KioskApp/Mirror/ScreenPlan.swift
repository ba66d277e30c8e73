import KioskUI

/// What a picture holds, by name: for tests and tours that touch a place instead of a pixel.
struct ScreenPlan: Encodable, Sendable {
    var screen: String
    /// The picture's version.
    var version: Int
    /// Places that answer a touch now, in pixels of the panel.
    var targets: [Place]
    /// Texts as they stand, from the back to the front.
    var texts: [String]

    struct Place: Encodable, Sendable {
        var id: String
        var x, y, width, height: Int
    }

    @MainActor init(_ presented: Stage.Presented, version: Int) {
        (screen, self.version) = (presented.screenName, version)
        targets = presented.targets.filter(\.enabled).map {
            Place(id: $0.id.name, x: $0.rect.x, y: $0.rect.y, width: $0.rect.width, height: $0.rect.height)
        }
        texts = presented.texts.map(\.text)
    }
}
