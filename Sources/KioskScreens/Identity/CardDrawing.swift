import KioskUI
import SeniorCard

/// A printed card as draw commands for a printer of so many dots an inch, black on white.
public struct CardDrawing: Equatable, Sendable {
    /// Dots.
    public let width: Int
    public let height: Int
    public let commands: [DrawCommand]

    private static let black = Color(0x000000)
    private static let white = Color(0xFFFFFF)

    public init(_ layout: CardLayout, dotsPerInch: Int, typesetter: any Typesetter) {
        let dots = { (millimetres: Double) in Int((millimetres * Double(dotsPerInch) / 25.4).rounded()) }
        (width, height) = (dots(layout.page.width), dots(layout.page.height))
        var commands: [DrawCommand] = [.fill(Rect(x: 0, y: 0, width: width, height: height), Self.white)]
        for text in [layout.place, layout.name] + layout.number {
            let pixels = typesetter.emPixels(forInkHeight: dots(text.inkHeight), weight: .bold, language: .korean)
            let font = Font(.text(.bold, .korean), pixels: pixels)
            commands.append(.text(text.text, x: dots(text.area.x), y: dots(text.area.y), font, Self.black))
        }
        commands += Self.modules(layout, dotsPerInch: dotsPerInch)
        self.commands = commands
    }

    /// Whole dots a module, so that edges stay sharp; the rest goes into the quiet zone.
    private static func modules(_ layout: CardLayout, dotsPerInch: Int) -> [DrawCommand] {
        let dotsPerMillimetre = Double(dotsPerInch) / 25.4
        let side = max(1, Int(layout.moduleSide * dotsPerMillimetre))
        let total = side * QRMatrix.side
        let left = Int((layout.code.x + layout.code.width / 2) * dotsPerMillimetre) - total / 2
        let top = Int((layout.code.y + layout.code.height / 2) * dotsPerMillimetre) - total / 2
        return layout.matrix.rows.enumerated().flatMap { y, row in
            row.enumerated().compactMap { x, isDark in
                guard isDark else { return nil }
                return .fill(Rect(x: left + x * side, y: top + y * side, width: side, height: side), black)
            }
        }
    }
}
