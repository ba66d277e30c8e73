import FitnessMeasure
import Foundation
import KioskSDL
import KioskTestSupport
import KioskUI
import Testing

@testable import KioskScreens

/// The approved week: where it is reached, and on paper.
@Suite @MainActor struct PlanSlipTests {
    private func slip(_ language: Language) -> PlanSlip {
        PlanSlip(sheet: Gallery.sheet, name: Gallery.visit.person.name, language: language)
    }

    private func drawing(
        _ language: Language, _ paper: PlanSlip.Paper, _ dotsPerInch: Int, _ fonts: FontBook
    ) throws -> PlanSlipDrawing {
        PlanSlipDrawing(
            slip(language), on: paper, try House.words(language), dotsPerInch: dotsPerInch,
            theme: PrintRaster.theme(dotsPerInch: Double(dotsPerInch), language: language), typesetter: fonts)
    }

    @Test(arguments: Language.allCases, PlanSlip.Paper.allCases)
    func `a week fits its paper and has the printer's width`(language: Language, paper: PlanSlip.Paper) throws {
        let fonts = try House.fonts()
        for (dotsPerInch, width) in zip([203, 300], paper == .roll ? [575, 850] : [1519, 2244]) {
            let drawing = try drawing(language, paper, dotsPerInch, fonts)
            #expect(drawing.problems == [])
            #expect(drawing.width == width)
            #expect(drawing.height > 0)
        }
    }

    @Test func `the letters on a roll are 4 mm and more`() throws {
        let drawing = try drawing(.korean, .roll, 203, House.fonts())
        let sizes = drawing.commands.compactMap { command -> Int? in
            if case .text(_, _, _, let font, _) = command { font.pixels } else { nil }
        }
        // A Hangul syllable's ink is at least 0.88 of its em.
        #expect(Double(try #require(sizes.min())) * 0.95 * 25.4 / 203 >= 4)
    }

    @Test(arguments: PlanSlip.Paper.allCases) func `the paper looks as recorded`(paper: PlanSlip.Paper) throws {
        let fonts = try House.fonts()
        let drawing = try drawing(.korean, paper, 203, fonts)
        let canvas = try Canvas(width: drawing.width, height: drawing.height, fonts: fonts)
        try canvas.draw(drawing.commands)
        #expect(fonts.failures == [])
        let folder = House.root.appending(path: "Tests/KioskScreensTests/Pictures").path
        try PictureComparison(folder: folder).expect(
            canvas, looksLike: "plan-slip.ko.\(paper.rawValue)",
            recording: ProcessInfo.processInfo.environment["RECORD_PICTURES"] != nil)
    }

    @Test func `a name on paper is masked`() throws {
        let texts = try drawing(.korean, .roll, 203, House.fonts()).commands.compactMap { command -> String? in
            if case .text(let text, _, _, _, _) = command { text } else { nil }
        }
        #expect(texts.contains { $0.contains("김○순") })
        #expect(!texts.contains { $0.contains("김영순") })
    }
}

/// How one comes to the week and to its paper.
@Suite struct PlanRoadTests {
    private var house: House

    init() throws {
        house = try House()
        var visit = Gallery.visit
        visit.plan = .inForce(Gallery.sheet)
        try house.welcome(visit)
    }

    private mutating func showResult() throws {
        let visit = try #require(house.app.visit)
        house.app.screen = .result(ResultPage(visit, [], house.app.setup, at: house.now.wall))
    }

    @Test mutating func `the result leads to the week and back`() throws {
        try showResult()
        #expect(house.tap("plan") != nil)
        #expect(house.app.screenName == "plan")
        house.send(.backTapped)
        #expect(house.app.screenName == "result")
    }

    @Test mutating func `from home one comes back home`() {
        house.send(.home(.planTapped))
        house.send(.backTapped)
        #expect(house.app.screenName == "home")
    }

    @Test(arguments: [PlanStanding.waiting, .referred])
    mutating func `a week that is not approved is not at the result`(standing: PlanStanding) throws {
        var visit = Gallery.visit
        visit.plan = standing
        try house.welcome(visit)
        try showResult()
        #expect(house.tap("plan") == nil)
    }

    @Test mutating func `the week is printed once`() throws {
        house.send(.home(.planTapped))
        let slip = PlanSlip(sheet: Gallery.sheet, name: Gallery.visit.person.name, language: .korean)
        #expect(house.tap("print") == [.printSlip(slip)])
        #expect(house.texts.contains(house.words.slip.printed))
        #expect(house.tap("print") == nil)
        #expect(house.send(.plan(.printTapped)).isEmpty)
    }
}
