import Foundation
import KioskTestSupport
import KioskUI
import Testing

@testable import KioskScreens

struct WordsTests {
    /// What a picture says, in a language.
    private func texts(of piece: Gallery.Piece, _ language: Language) throws -> [String] {
        let look = Look(
            words: try House.words(language), now: Gallery.now, calendar: House.calendar, centreName: "문래 경로당")
        var theme = piece.app.theme(pitch: 0.311)
        theme.language = language
        return Frame(piece.app.view(look), in: (1080, 1920), theme: theme, typesetter: FixedTypesetter())
            .texts.map(\.text)
    }

    private func pieces() throws -> [Gallery.Piece] {
        Gallery(setup: try House.setup(supporters: ["이영자"]), number: try House.card()).pieces
    }

    @Test(arguments: Language.allCases) func `a language has all its words`(language: Language) throws {
        let words = try House.words(language)
        #expect(words.time.weekdays.count == 7)
        #expect(words.time.months.count == 12)
        #expect(words.result.levels.count == 5)
    }

    @Test(arguments: Language.allCases) func `no picture shows an unfilled gap`(language: Language) throws {
        for piece in try pieces() {
            let open = try texts(of: piece, language).filter { $0.contains("{") || $0.contains("}") }
            #expect(open.isEmpty, "\(piece.name)")
        }
    }

    @Test(arguments: Language.allCases) func `no picture shows an empty text`(language: Language) throws {
        for piece in try pieces() {
            let texts = try texts(of: piece, language)
            #expect(!texts.isEmpty && texts.allSatisfy { !$0.isEmpty }, "\(piece.name)")
        }
    }

    /// The languages' own names are the one exception.
    @Test func `Korean pictures hold no Latin words`() throws {
        for piece in try pieces() {
            let latin = try texts(of: piece, .korean).filter { text in
                text != "English" && text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
            }
            #expect(latin.isEmpty, "\(piece.name)")
        }
    }

    @Test func `a file that lacks a word does not load`() throws {
        let whole = try Data(contentsOf: House.assets.appending(path: "words/ko.json"))
        var object = try #require(try JSONSerialization.jsonObject(with: whole) as? [String: Any])
        object["idle"] = nil
        let part = try JSONSerialization.data(withJSONObject: object)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Words.self, from: part) }
    }
}
