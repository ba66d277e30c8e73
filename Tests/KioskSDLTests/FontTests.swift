import KioskSDL
import KioskUI
import Testing

@Suite @MainActor struct FontTests {
    @Test(
        arguments: [
            (Language.korean, "한"), (.chinese, "国"), (.japanese, "国"),
        ] as [(Language, String)], [38, 55, 160])
    func `ink is as high as asked and stands in the middle of its em box`(
        sample: (Language, String), ink: Int
    ) throws {
        let (language, text) = sample
        let fonts = try makeFonts()
        for weight in [TextStyle.Weight.regular, .bold] {
            let em = fonts.emPixels(forInkHeight: ink, weight: weight, language: language)
            let font = Font(.text(weight, language), pixels: em)
            let found = try #require(
                try drawn([.text(text, x: 20, y: 20, font, Color(0))], width: 300, height: 300).ink())
            #expect(abs(found.height - ink) <= 2)
            #expect(abs((found.y + found.height / 2) - (20 + em / 2)) <= 2 + ink / 40)
        }
    }

    @Test(
        arguments: [
            (Language.korean, "한글 漢字 ○ ☎ ℃ → ①"), (.chinese, "简体 한글 Abc 12"), (.japanese, "かな 漢字 한글"),
            (.english, "Blood pressure 혈압 血压"),
        ] as [(Language, String)])
    func `every glyph is found in some font`(language: Language, text: String) throws {
        let fonts = try makeFonts()
        let font = Font(.text(.bold, language), pixels: 40)
        for character in text where character != " " {
            let canvas = try drawn([.text(String(character), x: 20, y: 20, font, Color(0))])
            #expect(fonts.width(of: String(character), in: font) > 5)
            #expect(try canvas.ink() != nil, "\(character)")
        }
    }

    @Test func `what no font has leaves no empty box`() throws {
        let font = Font(.text(.bold, .korean), pixels: 40)
        #expect(try makeFonts().width(of: "\u{E0FF}\u{1FAE0}", in: font) == 0)
        #expect(try drawn([.text("\u{1FAE0}", x: 20, y: 20, font, Color(0))]).ink() == nil)
    }

    @Test(
        arguments: [
            ("각", "\u{1100}\u{1161}\u{11A8}"), ("가", "\u{1100}\u{1161}"), ("☎", "☎\u{FE0F}"), ("가나", "가\u{200B}나"),
            ("가나", "가\u{7}나"), ("", "\u{200D}"), ("", "\u{0}"), ("값", "\u{AC12}"),
        ])
    func `a text is drawn the same however it was written`(plain: String, odd: String) throws {
        let fonts = try makeFonts()
        let font = Font(.text(.bold, .korean), pixels: 40)
        #expect(fonts.width(of: odd, in: font) == fonts.width(of: plain, in: font))
        func picture(_ text: String) throws -> [UInt8] {
            try drawn([.text(text, x: 20, y: 20, font, Color(0))]).pixels()
        }
        #expect(try picture(odd) == picture(plain))
    }

    @Test func `chinese and japanese differ where their characters do`() throws {
        func picture(_ language: Language) throws -> [UInt8] {
            try drawn([.text("直", x: 10, y: 10, Font(.text(.bold, language), pixels: 70), Color(0))]).pixels()
        }
        #expect(try picture(.chinese) != picture(.japanese))
    }

    @Test(arguments: ["오늘 출석했어요. 이번 달 열두 번째예요.", "9:12", "607-1", "22번 · 4번", "Blood pressure"])
    func `a line is as wide as it was measured`(text: String) throws {
        let font = Font(.text(.bold, .korean), pixels: 54)
        let width = try makeFonts().width(of: text, in: font)
        let ink = try #require(try drawn([.text(text, x: 50, y: 20, font, Color(0))], width: 1300).ink())
        #expect(ink.x >= 50 - 4 && ink.maxX <= 50 + width + 4)
        #expect(ink.maxX >= 50 + width - 54 / 3)
    }

    @Test func `digits are equally wide`() throws {
        let fonts = try makeFonts()
        let widths = (0...9).map { fonts.width(of: String($0), in: Font(.text(.bold, .korean), pixels: 200)) }
        #expect(Set(widths).count <= 2)
    }

    @Test(arguments: Icon.allCases)
    func `every icon is drawn within its square`(icon: Icon) throws {
        let canvas = try drawn([.text(icon.glyph, x: 20, y: 20, Font(.icons, pixels: 60), Color(0))])
        let ink = try #require(try canvas.ink())
        #expect(ink.x >= 20 && ink.y >= 20 && ink.maxX <= 80 && ink.maxY <= 80)
    }

    @Test func `a font that is not installed is named`() throws {
        let files = try FontFiles(contentsOf: Place.fontList)
        var missing = files
        missing.bold = ["/nowhere/a.ttf", "/nowhere/b.ttf"]
        #expect(throws: FontError.notInstalled(["/nowhere/a.ttf", "/nowhere/b.ttf"])) {
            try FontBook(files: missing, pieces: { text, _ in [text] })
        }
        var second = files
        second.bold.insert("/nowhere/a.ttf", at: 0)
        _ = try FontBook(files: second, pieces: { text, _ in [text] })
    }

    @Test func `a file that is no font is refused with its name`() throws {
        var files = try FontFiles(contentsOf: Place.fontList)
        files.bold = [Place.fontList]
        #expect {
            try FontBook(files: files, pieces: { text, _ in [text] })
        } throws: { error in
            if case FontError.unreadable(path: Place.fontList, _) = error { true } else { false }
        }
    }
}
