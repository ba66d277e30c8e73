import Foundation
import KioskUI
import SignageFeed

/// Cards whose thing is a picture.
extension WallScreen {
    func picture(_ picture: ContentHash, caption: String?) -> View {
        guard let caption else {
            return .card(padding: 4, .column(spacing: 0, .stretch, [.flex(1, .zone(.main, Self.image(picture)))]))
        }
        let sizes: [TextSize] = [.heading, .body, .caption]
        return .card(
            padding: 6,
            .firstFitting(
                sizes.map { size in
                    .column(
                        spacing: 6, .stretch,
                        [
                            .flex(1, .zone(.main, Self.image(picture))),
                            .text(caption, TextStyle(size, align: .center, maxLines: 3)),
                        ])
                }))
    }

    func newsletter(_ title: String, page: Int, _ picture: ContentHash, _ look: Look) -> View {
        Story(
            icon: .newspaper, label: look.words.newsletter(title, page: page), color: .indigo,
            bodies: [Self.page(of: picture)]
        ).view
    }

    /// A paper in the room's own words, its photograph, and until when it hangs.
    func pin(_ title: String, _ picture: ContentHash, _ last: CivilDay?, _ look: Look) -> View {
        Story(
            icon: .pin, label: look.words.story.pin, color: .persimmon, ground: .sun,
            foot: [last.map { look.words.pinned(until: $0, look.calendar) }].compactMap { $0 },
            bodies: [TextSize.title, .heading, .body, .caption].map { size in
                .column(
                    spacing: 6, .stretch,
                    [.text(title, TextStyle(size, maxLines: 2)), .flex(1, Self.image(picture))])
            }
        ).view
    }

    /// Moving pictures, by their source's name.
    func frames(_ source: String) -> View {
        .card(
            padding: 0,
            .column(spacing: 0, .stretch, [.flex(1, .zone(.main, .image(.moving(source), height: Self.least)))]))
    }

    private static func page(of picture: ContentHash) -> View {
        .column(spacing: 0, .stretch, [.flex(1, image(picture))])
    }

    private static func image(_ picture: ContentHash) -> View {
        .image(ImageID(picture.description), height: least)
    }

    /// A picture takes what room there is, but not less.
    private static let least: Millimetres = 60
}
