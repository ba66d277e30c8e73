import SeniorCard
import Testing

/// Cards as they come back from the printer, the purse and the camera, read by libzbar.
@MainActor
struct QRReadBackTests {
    private let number: CardNumber
    private let matrix: QRMatrix
    private let picture: GreyPicture

    init() throws {
        number = try .example(seed: 1)
        matrix = try QRMatrix(number)
        picture = GreyPicture(matrix)
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func `every card reads as its own number`(seed: UInt64) throws {
        let number = try CardNumber.example(seed: seed)
        let texts = try GreyPicture(try QRMatrix(number)).texts()
        #expect(try texts.map { try CardNumber(parsing: $0) } == [number])
    }

    @Test(arguments: [0.0, 90, 180, 270, 7, 45]) func `a turned card reads`(degrees: Double) throws {
        #expect(try picture.rotated(degrees: degrees).texts() == [number.digits])
    }

    @Test(arguments: [3, 4, 8, 12]) func `dots a module do not matter`(dots: Int) throws {
        #expect(try GreyPicture(matrix, dotsPerModule: dots).texts() == [number.digits])
    }

    /// The last box is nine dots wide and a module eight. (A single box of five or seven dots makes edges of even slope,
    /// which zbar 0.23 overlooks in any picture; lenses do not make them.)
    @Test(arguments: [1, 4]) func `a card blurred over a module's width reads`(radius: Int) throws {
        #expect(try picture.blurred(radius: radius).texts() == [number.digits])
    }

    @Test(arguments: [1, 2]) func `a card blurred as by a lens reads`(radius: Int) throws {
        #expect(try picture.blurred(radius: radius).blurred(radius: radius).texts() == [number.digits])
    }

    @Test(arguments: [0.5, 0.3]) func `a faded card reads`(contrast: Double) throws {
        #expect(try picture.contrast(contrast).texts() == [number.digits])
    }

    @Test func `a turned, faded and slightly blurred card reads`() throws {
        let seen = picture.rotated(degrees: 7).contrast(0.5).blurred(radius: 1)
        #expect(try seen.texts() == [number.digits])
    }

    /// 25 of the 208 modules that hold data are 12 %.
    @Test(arguments: [0, 255] as [UInt8])
    func `one solid blot over 12 % of the data reads, wherever it lies`(grey: UInt8) throws {
        for module in SymbolMap.squares(side: 5) {
            #expect(try picture.blotted([module], side: 5, grey: grey).texts() == [number.digits], "at \(module)")
        }
    }

    /// Blots of 3 × 3 modules over a tenth of the data lie on about nine codewords, and half of what they cover had
    /// their colour already.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `random blots over 10 % of the data read while at most six codewords are spoilt, the limit of level Q`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let grey: UInt8 = Bool.random(using: &generator) ? 0 : 255
        let blots = SymbolMap.randomSquares(side: 3, covering: 0.1, using: &generator)
        let spoilt = SymbolMap.codewordsSpoilt(by: blots, side: 3, dark: grey == 0, in: matrix)
        let texts = try picture.blotted(blots, side: 3, grey: grey).texts()
        #expect(texts == (spoilt <= 6 ? [number.digits] : []))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `six wrong modules anywhere in the data read`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var spoilt = picture
        for module in SymbolMap.modules.shuffled(using: &generator).prefix(6) {
            spoilt = spoilt.blotted([module], side: 1, grey: matrix.rows[module.row][module.column] ? 255 : 0)
        }
        #expect(try spoilt.texts() == [number.digits])
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `single modules blotted all over 10 % of the data exceed level Q and never give another number`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let blots = SymbolMap.randomSquares(side: 1, covering: 0.1, using: &generator)
        let texts = try picture.blotted(blots, side: 1, grey: 0).texts()
        #expect(texts.allSatisfy { $0 == number.digits })
    }

    @Test func `a picture of nothing holds no code`() throws {
        #expect(try GreyPicture(width: 50, height: 50, pixels: Array(repeating: 255, count: 2_500)).texts() == [])
        #expect(throws: QRReaderError.wrongSize) { try QRReader.texts(in: [0], width: 2, height: 2) }
    }
}
