import KioskUI

/// A slip as draw commands for a printer of so many dots an inch, black on white.
public struct PlanSlipDrawing: Sendable {
    /// Dots.
    public let width: Int
    public let height: Int
    public let commands: [DrawCommand]
    /// What did not fit; empty on every paper that is long enough.
    public let problems: [LayoutProblem]

    /// No roll is cut longer. Millimetres.
    private static let longest = 600
    private static let step = 10

    /// `theme` is the printer's, before the letters are brought to the paper's size.
    public init(
        _ slip: PlanSlip, on paper: PlanSlip.Paper, _ words: Words, dotsPerInch: Int, theme: Theme,
        typesetter: any Typesetter
    ) {
        let dots = { (millimetres: Double) in Int((millimetres * Double(dotsPerInch) / 25.4).rounded()) }
        var theme = theme
        theme.zoom = paper.scale
        let view = slip.view(paper, words)
        let lay = { (height: Double) in
            Frame(view, in: (dots(paper.width), dots(height)), theme: theme, typesetter: typesetter)
        }
        let frame = paper.height.map(lay) ?? Self.shortest(lay)
        (width, height, commands, problems) = (frame.width, frame.height, frame.commands, Self.problems(frame))
    }

    /// The least height of letters is a screen's, which is read standing.
    private static func problems(_ frame: Frame<AppEvent>) -> [LayoutProblem] {
        frame.problems.filter { if case .tooSmallText = $0 { false } else { true } }
    }

    /// The shortest of a roll on which everything fits, to a centimetre.
    private static func shortest(_ lay: (Double) -> Frame<AppEvent>) -> Frame<AppEvent> {
        var (tooShort, enough) = (0, longest / step)
        while enough - tooShort > 1 {
            let middle = (tooShort + enough) / 2
            if problems(lay(Double(middle * step))).isEmpty { enough = middle } else { tooShort = middle }
        }
        return lay(Double(enough * step))
    }
}
