import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import SignageFeed

/// Items that follow each other every few seconds for weeks: notices, pictures, facts, broken pictures among them. The panel is
/// small, so that a month fits into minutes; layout, drawing, pictures and presenting are the stage's own.
@MainActor
struct ItemSoak {
    struct Outcome: Encodable {
        var days: Int
        var changes: Int
        /// Changes after which the picture on the panel was another.
        var pictures: Int
        var blackPictures: Int
        var panel: String
        var pssBefore: Int
        var pssAfter: Int
    }

    private let panel: SoakPanel
    private let secondsEach: Int

    init(secondsEach: Int) throws {
        self.secondsEach = secondsEach
        let images = ImageBook(mostBytes: 1 << 20) { order in Self.decoded(order) }
        panel = try SoakPanel(width: 135, height: 240, images: images)
    }

    func run(days: Int) throws -> Outcome {
        guard var app = try panel.studio.pieces().first(where: { $0.name == "wall" })?.app else {
            throw Failure.badData("the gallery has no wall")
        }
        let clock = SimulatedClock(Gallery.now)
        _ = app.update(
            .playlistChanged(Self.playlist(secondsEach), missingPictures: []), at: clock.now)
        let changes = days * 86_400 / secondsEach
        var (before, black) = (0, 0)
        for change in 0..<changes {
            if change == changes / 30 { before = try proportionalSetSize() }
            clock.goOn(.seconds(secondsEach))
            _ = app.update(.tick, at: clock.now)
            try panel.show(app, at: clock.now)
            if report(&app, at: clock.now) { try panel.show(app, at: clock.now) }
            if try panel.isBlack() { black += 1 }
        }
        return Outcome(
            days: days, changes: changes, pictures: panel.pictures, blackPictures: black,
            panel: "\(panel.canvas.width) × \(panel.canvas.height)", pssBefore: before,
            pssAfter: try proportionalSetSize())
    }

    /// As the stage does: a broken picture's item gives its place to another. Answers whether there is one.
    private func report(_ app: inout App, at now: Moment) -> Bool {
        let broken = (panel.canvas.images?.failures ?? [:]).keys.compactMap { ContentHash($0.name) }
        for hash in broken { _ = app.update(.pictureFailed(hash), at: now) }
        return !broken.isEmpty
    }

    /// Every third picture is broken.
    private static func decoded(_ order: ImageOrder) -> Result<DecodedImage, ImageError> {
        guard let number = Int(order.id.name.suffix(2), radix: 16), number % 3 != 0 else { return .failure(.cutShort) }
        let colour = 0xFF00_0000 | UInt32(number &* 2_654_435 & 0xFF_FFFF)
        let pixels = (0..<order.width * order.height).map { $0 % 3 == 0 ? 0xFFFF_FFFF : colour }
        return .success(DecodedImage(width: order.width, height: order.height, pixels: pixels, isOpaque: true))
    }

    private static func playlist(_ seconds: Int) -> Playlist {
        let pictures = (0..<12).compactMap { number -> SignageItem? in
            let digits = String(number, radix: 16)
            let hash = String(repeating: "0", count: 64 - digits.count) + digits
            return ContentHash(hash).map {
                SignageItem(id: "picture-\(number)", content: .picture($0, caption: nil), seconds: seconds)
            }
        }
        let notices = (0..<8).map { number in
            SignageItem(
                id: "notice-\(number)", content: .notice(title: "\(number)번째 알림이에요", text: "내일은 쉬어요."),
                seconds: seconds)
        }
        let facts = [SignageContent.weather(.today), .weather(.week), .buses, .classOfToday, .care].enumerated().map {
            SignageItem(id: "fact-\($0.offset)", content: $0.element, seconds: seconds)
        }
        return Playlist(items: pictures + notices + facts)
    }
}
