import Foundation
import KioskSDL
import KioskUI
import SignageFeed
import Testing

@testable import KioskScreens

/// What has the wall's main place, in every shape in which a wall hangs.
@Suite @MainActor struct WallStoryTests {
    private let fonts: FontBook

    init() throws { fonts = try House.fonts() }

    /// A wall as it hangs: pixels, millimetres a pixel, and who reads it from where.
    struct Hanging: Sendable, CustomStringConvertible {
        var kind: PanelKind
        var width: Int
        var height: Int
        var pitch: Double
        var description: String { "\(kind) \(width)×\(height)" }

        static let all = [
            Hanging(kind: .kiosk, width: 1080, height: 1920, pitch: 0.311),
            Hanging(kind: .kiosk, width: 1920, height: 1080, pitch: 0.311),
            Hanging(kind: .television(distance: 2), width: 1920, height: 1080, pitch: 0.49),
            Hanging(kind: .television(distance: 3), width: 1920, height: 1080, pitch: 0.63),
            Hanging(kind: .television(distance: 4), width: 3840, height: 2160, pitch: 0.37),
            Hanging(kind: .television(distance: 2), width: 1080, height: 1920, pitch: 0.49),
        ]
    }

    private func app(_ hanging: Hanging) throws -> App {
        var setup = try House.setup()
        setup.panel = hanging.kind
        return App(setup: setup)
    }

    private func frame(
        _ app: App, _ hanging: Hanging, _ language: Language = .korean, at now: Moment = Gallery.now
    ) throws -> Frame<AppEvent> {
        let look = Look(
            words: try House.words(language), now: now, calendar: House.calendar, centreName: "문래 경로당")
        var theme = app.theme(pitch: hanging.pitch)
        theme.language = language
        return Frame(app.view(look), in: (hanging.width, hanging.height), theme: theme, typesetter: fonts)
    }

    // MARK: A day

    @Test(arguments: Hanging.all) func `a day of the demonstration fits, whatever is on, in all languages`(
        hanging: Hanging
    ) throws {
        var app = try app(hanging)
        let start = Date(timeIntervalSince1970: 1_795_100_400)
        for news in try Self.demonstration() { _ = app.update(news, at: Moment(monotonic: .zero, wall: start)) }
        var (now, seen) = (start, Set<String>())
        while now < start + 86_400 {
            let moment = Moment(monotonic: .seconds(now.timeIntervalSince(start)), wall: now)
            _ = app.update(.tick, at: moment)
            let name = try #require(app.wallPage?.names.joined())
            for language in Language.allCases where seen.insert("\(name) \(language)").inserted {
                let frame = try frame(app, hanging, language, at: moment)
                #expect(frame.problems == [], "\(name), \(language)")
            }
            let next = app.wall.signage.nextChange(at: now)
            #expect(next > now)
            now = next
        }
        #expect(seen.count > 10 * Language.allCases.count)
    }

    private static func demonstration() throws -> [AppEvent] {
        let folder = House.root.appending(path: "seeds/wall")
        let snapshot = try JSONDecoder().decode(
            WallSnapshot.self, from: Data(contentsOf: folder.appending(path: "wall.json")))
        let reading = try Playlist.read(Array(Data(contentsOf: folder.appending(path: "playlist.json"))))
        #expect(reading.problems == [])
        return [.wallChanged(snapshot), .playlistChanged(reading.playlist, missingPictures: [])]
    }

    @Test func `each picture of the demonstration is there under its hash`() throws {
        let folder = House.root.appending(path: "seeds/wall")
        let reading = try Playlist.read(Array(Data(contentsOf: folder.appending(path: "playlist.json"))))
        #expect(!reading.playlist.pictures.isEmpty)
        for picture in reading.playlist.pictures {
            let bytes = try Data(contentsOf: folder.appending(path: picture.description))
            let image = try DecodedImage(bytes: Array(bytes), fitting: 400, 400)
            #expect(image.width > 0)
        }
    }

    @Test(arguments: Hanging.all) func `every kind of content fits in all languages`(hanging: Hanging) throws {
        for (name, content) in Gallery.contents + Self.imitations {
            var app = try app(hanging)
            app.wall.snapshot = Gallery.snapshot
            app.show(SignageItem(id: name, content: content))
            for language in Language.allCases {
                let frame = try frame(app, hanging, language)
                #expect(frame.problems == [], "\(name), \(language)")
                #expect(frame.targets.map(\.id) == (hanging.kind.isTouched ? ["wall"] : []), "\(name)")
            }
        }
    }

    // MARK: Alerts

    /// Content that would like to look like an alert, of every kind that carries words or pictures.
    private static let imitations: [(name: String, content: SignageContent)] = {
        let (title, text) = ("위급 재난문자", "[가상군] 지금 바로 높은 곳으로 이동하십시오. 긴급 재난문자")
        return [
            ("notice", .notice(title: title, text: text)), ("job", .job(.init(title: title, text: text))),
            ("course", .course(.init(title: title, text: text, applyBy: CivilDay(number: 20_780)))),
            ("newsletter", .newsletter(title: title, page: 1, picture: Gallery.picture)),
            ("practice", .practice(title: title, steps: [text, text])),
            ("picture", .picture(Gallery.picture, caption: title)), ("bare", .picture(Gallery.picture, caption: nil)),
            ("weather", .weather(.today)), ("buses", .buses), ("class", .classOfToday), ("care", .care),
        ]
    }()

    @Test(arguments: Hanging.all) func `no content can draw what only an alert wears`(hanging: Hanging) throws {
        let alert = try #require(try Panel.gallery().pieces.first { $0.name == "wall-alert" })
        let worn = try frame(alert.app, hanging).commands
        let red = alert.app.theme(pitch: 1).palette[.dancheongRed]
        let panel = Rect(x: 0, y: 0, width: hanging.width, height: hanging.height)
        #expect(worn.contains(.fill(panel, red)))
        for (name, content) in Self.imitations {
            var app = try app(hanging)
            app.wall.snapshot = Self.hostile
            app.show(SignageItem(id: name, content: content))
            let commands = try frame(app, hanging).commands
            #expect(!commands.contains { $0.colours.contains(red) }, "\(name)")
            // A picture can show anything, but never at the edge, where an alert's frame is.
            let edge = Int(10 / hanging.pitch)
            let inner = Rect(
                x: edge, y: edge, width: hanging.width - 2 * edge, height: hanging.height - 2 * edge)
            for case .image(_, let rect) in commands { #expect(rect.intersection(inner) == rect, "\(name)") }
        }
    }

    /// Facts whose names would like to look like an alert.
    private static let hostile: WallSnapshot = {
        var snapshot = Gallery.snapshot
        snapshot.buses?.value.stop = "위급 재난문자"
        snapshot.classes[0].programme = "긴급 재난문자"
        snapshot.notices[0].title = "위급 재난문자"
        return snapshot
    }()
}

extension DrawCommand {
    /// The colours that it draws with.
    fileprivate var colours: [Color] {
        switch self {
        case .fill(_, let color), .text(_, _, _, _, let color): [color]
        case .box(_, _, let ground, let edge, _): [ground, edge].compactMap { $0 }
        case .path(_, _, _, let fill, let stroke, _): [fill, stroke].compactMap { $0 }
        case .image: []
        }
    }
}
