import Foundation
import KioskSDL
import KioskUI
import KoreanText
import Testing

@testable import KioskScreens

/// Every screen of the gallery on every panel, with the product's own fonts.
@Suite @MainActor struct LayoutTests {
    private let fonts: FontBook

    init() throws { fonts = try House.fonts() }

    @Test(arguments: Language.allCases)
    func `every screen fits every panel, and says and offers the same as on the largest`(language: Language) throws {
        let largest = try Panel(width: 3240, height: 5760, language: language).frames(fonts)
        for panel in Panel.all(language) {
            for (whole, shown) in zip(largest, try panel.frames(fonts)) {
                let name = "\(shown.name), \(panel)"
                #expect(shown.frame.problems == [], "\(name)")
                for text in shown.frame.texts where !isWhole(text, language) {
                    Issue.record("\(name) parts a word: \(text.lines)")
                }
                if shown.name.hasPrefix("wall") {
                    #expect(shown.frame.targets.map(\.id) == ["wall"])
                } else {
                    expect(shown.frame, offers: whole.frame, name)
                }
            }
        }
    }

    /// The sentence is the first text of a page that is no caption.
    private func expect(_ shown: Frame<AppEvent>, offers whole: Frame<AppEvent>, _ name: String) {
        let ids = Set(shown.targets.map(\.id))
        #expect(ids.isSuperset(of: ["home", "back", "help"]), "\(name)")
        let missing = Set(whole.targets.map(\.id)).subtracting(ids)
        #expect(missing.isEmpty || ids.contains("page-down"), "\(name) lacks \(missing)")
        let headings = whole.texts.prefix(3).map(\.font.pixels)
        guard let tallest = headings.max(), let index = headings.firstIndex(of: tallest) else { return }
        let sentence = whole.texts[index].text
        #expect(shown.texts.contains { $0.text == sentence }, "\(name) lacks its sentence")
    }

    /// True if each line is made of whole pieces, as the language may be broken.
    private func isWhole(_ text: PlacedText, _ language: Language) -> Bool {
        guard text.lines.count > 1 else { return true }
        var pieces = text.text.split(separator: "\n").flatMap {
            LineBreaker.pieces(of: String($0), language: language.rawValue)
        }[...]
        for line in text.lines {
            var rest = line[...]
            while !rest.isEmpty {
                guard let piece = pieces.popFirst() else { return false }
                let word = piece.trimmingCharacters(in: .whitespaces)
                guard rest.hasPrefix(word) else { return false }
                rest = rest.dropFirst(piece.count)
            }
        }
        return pieces.isEmpty
    }

    @Test(arguments: [100, 200]) func `the dark palette has a contrast of 15 to 1 and more`(zoom: Int) throws {
        for (name, frame) in try Panel(zoom: zoom, isHighContrast: true).frames(fonts) {
            #expect(frame.problems == [], "\(name)")
            for text in frame.texts {
                #expect(Contrast.ratio(text.color, text.ground) >= 15, "\(name): \(text.text)")
            }
        }
    }
}
