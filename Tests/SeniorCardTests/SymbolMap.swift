@testable import SeniorCard

/// Which modules of a version 1 symbol hold data, and to which of its 26 codewords they belong (ISO/IEC 18004, 7.7.3).
enum SymbolMap {
    struct Module: Hashable {
        var row: Int
        var column: Int
    }

    /// The 208 data modules in the order of their bits: two columns at a time from the right, up and down in turn.
    static let modules: [Module] = {
        var modules: [Module] = []
        for (turn, right) in [20, 18, 16, 14, 12, 10, 8, 5, 3, 1].enumerated() {
            for step in 0..<21 {
                let row = turn.isMultiple(of: 2) ? 20 - step : step
                modules += [right, right - 1].map { Module(row: row, column: $0) }.filter(holdsData)
            }
        }
        return modules
    }()

    /// Not a finder pattern, its separator, the format bits or a timing line.
    private static func holdsData(_ module: Module) -> Bool {
        let (row, column) = (module.row, module.column)
        let isCorner = row < 9 && column < 9 || row < 9 && column > 12 || row > 12 && column < 9
        return !isCorner && row != 6 && column != 6
    }

    private static let bits = Dictionary(uniqueKeysWithValues: zip(modules, 0...))

    /// The modules of a square that has its top left there.
    private static func square(_ corner: Module, side: Int) -> [Module] {
        (0..<side * side).map { Module(row: corner.row + $0 / side, column: corner.column + $0 % side) }
    }

    /// The top left modules of all squares that cover data only.
    static func squares(side: Int) -> [Module] {
        modules.filter { square($0, side: side).allSatisfy { bits[$0] != nil } }
    }

    /// Squares until they cover a share of the data.
    static func randomSquares(
        side: Int, covering share: Double, using generator: inout some RandomNumberGenerator
    ) -> [Module] {
        var (squares, covered) = ([Module](), Set<Module>())
        for corner in self.squares(side: side).shuffled(using: &generator)
        where Double(covered.count) < share * Double(modules.count) {
            squares.append(corner)
            covered.formUnion(square(corner, side: side))
        }
        return squares
    }

    /// How many codewords have a module whose colour the squares change.
    static func codewordsSpoilt(by squares: [Module], side: Int, dark: Bool, in matrix: QRMatrix) -> Int {
        let changed = squares.flatMap { square($0, side: side) }.filter { matrix.rows[$0.row][$0.column] != dark }
        return Set(changed.compactMap { bits[$0].map { $0 / 8 } }).count
    }
}

extension GreyPicture {
    /// With squares of modules painted over; the picture has eight dots a module.
    func blotted(_ corners: [SymbolMap.Module], side: Int, grey: UInt8) -> GreyPicture {
        corners.reduce(self) { picture, corner in
            let (x, y) = ((corner.column + QRMatrix.quietZone) * 8, (corner.row + QRMatrix.quietZone) * 8)
            return picture.blotted(x: x..<(x + side * 8), y: y..<(y + side * 8), grey: grey)
        }
    }
}
