import Foundation
import KioskSDL
import KioskUI
import KoreanText
import SignageFeed
import Testing

@testable import KioskScreens

/// LED boards of 1.92 × 0.96 m and 3.36 × 1.63 m.
@Suite @MainActor struct BoardTests {
    struct Board: Sendable, CustomStringConvertible {
        var width, height: Int
        var pitch: Double
        var description: String { "\(width)×\(height)" }
    }

    nonisolated static let boards = [
        Board(width: 192, height: 96, pitch: 10), Board(width: 1008, height: 489, pitch: 10.0 / 3),
    ]

    private func pieces(_ language: Language = .korean) throws -> [Gallery.Piece] {
        var setup = try House.setup(supporters: [])
        setup.language = language
        return Gallery(setup: setup, number: try House.card()).boards
    }

    private func frame(
        _ app: App, _ board: Board, _ language: Language, at now: Moment = Gallery.now, _ fonts: FontBook
    ) throws -> Frame<AppEvent> {
        let look = Look(
            words: try House.words(language), now: now, calendar: House.calendar, centreName: "문래 경로당")
        var theme = app.theme(pitch: board.pitch)
        theme.language = language
        return Frame(app.view(look), in: (board.width, board.height), theme: theme, typesetter: fonts)
    }

    @Test(arguments: boards, Language.allCases)
    func `everything fits every board, and nothing can be touched`(board: Board, language: Language) throws {
        let fonts = try House.boardFonts()
        for piece in try pieces(language) {
            let frame = try frame(piece.app, board, language, fonts)
            #expect(frame.problems == [], "\(piece.name), \(board), \(language)")
            #expect(frame.targets.isEmpty, "\(piece.name)")
            #expect(frame.texts.allSatisfy { Double($0.font.pixels) * board.pitch >= 140 }, "\(piece.name)")
        }
    }

    @Test(arguments: boards)
    func `letters are whole pixels, without grey`(board: Board) throws {
        let fonts = try House.boardFonts()
        for piece in try pieces() where !piece.name.contains("picture") && !piece.name.contains("newsletter") {
            let frame = try frame(piece.app, board, .korean, fonts)
            let canvas = try Canvas(width: board.width, height: board.height, fonts: fonts)
            try canvas.draw(frame.commands)
            let pixels = try canvas.pixels()
            let shown = Set(stride(from: 0, to: pixels.count, by: 4).map { Array(pixels[$0..<$0 + 3]) })
            let palette = piece.app.theme(pitch: board.pitch).palette
            let allowed = Set(ColorRole.allCases.map { [palette[$0].red, palette[$0].green, palette[$0].blue] })
            #expect(shown.isSubset(of: allowed) && shown.count > 1, "\(piece.name)")
        }
    }

    @Test func `an alert has the whole board, and every word of it comes`() throws {
        let fonts = try House.boardFonts()
        let piece = try #require(try pieces().first { $0.name == "board-alert-long" })
        let plan = try #require(piece.app.wall.signage.cover)
        let pages = BoardAlert(plan: plan).pages
        #expect(pages.joined(separator: " ").contains(plan.text))
        var seen: Set<String> = []
        for second in stride(from: 0, to: BoardPages.seconds(pages) * pages.count, by: 1) {
            let now = Moment(monotonic: .seconds(second), wall: Gallery.now.wall + Double(second))
            for text in try frame(piece.app, Self.boards[0], .korean, at: now, fonts).texts { seen.insert(text.text) }
        }
        #expect(seen.isSuperset(of: pages))
    }

    @Test(
        arguments: [
            ("", [""]), ("가", ["가"]), ("한파주의보", ["한파주의보"]),
            ("독감 예방접종을 이달까지 무료로 해 드려요 보건소로 오세요", ["독감 예방접종을 이달까지 무료로 해", "드려요 보건소로 오세요"]),
            (String(repeating: "가", count: 45), [20, 20, 5].map { String(repeating: "가", count: $0) }),
        ])
    func `a text is cut at words into what stands on a board`(text: String, pages: [String]) {
        #expect(BoardPages.split(text) == pages)
        #expect(pages.allSatisfy { BoardPages.width(of: $0) <= BoardPages.room })
    }

    @Test func `pieces follow each other, each as long as it is read, and begin anew`() {
        let pages = ["하나", "둘", "셋"]
        let each = BoardPages.seconds(pages)
        #expect(each >= BoardPages.shortest)
        let turns = [0, 1, 2, 3, -1].map { step in
            BoardPages.turn(pages, since: Gallery.now.wall, at: Gallery.now.wall + Double(step * each) + 0.5)
        }
        #expect(turns == [0, 1, 2, 0, 0])
    }

    @Test(
        arguments: [
            (0, 0, 0.2), (5, 59, 0.2), (6, 0, 0.5), (7, 59, 0.5), (8, 0, 1), (17, 59, 1), (18, 0, 0.5), (23, 59, 0.2),
        ])
    func `a board has as much light as the time of day needs`(hour: Int, minute: Int, light: Double) throws {
        let midnight = House.calendar.startOfDay(for: Gallery.now.wall)
        let now = midnight + Double(hour * 3_600 + minute * 60)
        #expect(BoardBrightness.standard.light(at: now, House.calendar) == light)
    }

    @Test func `an alert has all the light at night`() throws {
        let night = Moment(monotonic: .zero, wall: House.calendar.startOfDay(for: Gallery.now.wall) + 7_200)
        var quiet = try #require(try pieces().first { $0.name == "board-house" }).app
        _ = quiet.update(.tick, at: night)
        #expect(quiet.theme(pitch: 10).palette[.ink].red < 130)
        var alarmed = quiet
        let message = AlertMessage(
            reference: .init(sender: "test", identifier: "a", sent: night.wall),
            infos: [
                AlertMessage.Info(
                    language: "ko-KR", event: "산사태", severity: .severe, text: "대피하세요.", effective: night.wall)
            ])
        _ = alarmed.update(
            .wallChanged(WallSnapshot(version: 1, publishedAt: night.wall, alerts: [message])), at: night)
        #expect(alarmed.theme(pitch: 10).palette[.ink].red == 255)
    }

    @Test(
        arguments: [
            (["06:00 50", "22:30 5"], nil), ([], nil), (["24:00 50"], .notAStep("24:00 50")),
            (["06:00 4"], .notAStep("06:00 4")), (["06:00"], .notAStep("06:00")), (["six 50"], .notAStep("six 50")),
            (["08:00 50", "06:00 50"], .outOfOrder("06:00 50")),
        ] as [([String], BoardBrightness.ParseError?)])
    func `a schedule of light is read, or refused with the line at fault`(
        lines: [String], error: BoardBrightness.ParseError?
    ) {
        do throws(BoardBrightness.ParseError) {
            #expect(try BoardBrightness(parsing: lines).steps.count == lines.count && error == nil)
        } catch let found {
            #expect(found == error)
        }
    }
}
