import KioskUI

/// A typesetter without fonts: every character is half an em wide, ink is 9/10 of an em, lines break at spaces.
public struct FixedTypesetter: Typesetter, Sendable {
    public init() {}

    public func width(of line: String, in font: Font) -> Int { line.count * font.pixels / 2 }

    public func emPixels(forInkHeight pixels: Int, weight: TextStyle.Weight, language: Language) -> Int {
        (pixels * 10 + 8) / 9
    }

    public func pieces(of text: String, language: Language) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in text {
            piece.append(character)
            if character == " " {
                pieces.append(piece)
                piece = ""
            }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }
}
