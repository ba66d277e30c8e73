import KioskUI

/// One picture for each way to be measured, by the name that the tests' files give.
extension Picture {
    /// The set-up picture of a test; a helper where none is drawn, because somebody shows it then.
    static func named(_ name: String) -> Picture { ofTests[name] ?? .helper }

    private static let ofTests: [String: Picture] = [
        "blood-pressure": .cuff, "grip": .gripping, "chair-stand": .chairStand, "up-and-go-3m": .upAndGo,
        "up-and-go-8ft": .upAndGo, "figure-8": .figureEight, "step": .stepping, "sit-reach-floor": .sittingReach,
        "sit-reach-chair": .chairReach, "height": .height, "weight": .weighing, "gait": .walking,
        "walk-6min": .walking, "stance-side-by-side": .sideBySide, "stance-semi-tandem": .semiTandem,
        "stance-tandem": .tandem, "one-leg": .oneLeg,
    ]

    /// From the chair round the target and back.
    static let upAndGo: Picture = {
        var sheet = Sketch(aspect: 2.0)
        sheet.floor(0.12, 1.88)
        sheet.sideChair(0.2)
        sheet.walker(0.86, coat: .pine, hair: .bun)
        sheet.cone(1.62, 0.92)
        sheet.curve((1.2, 0.3), (1.5, 0.18), (1.86, 0.24), (1.84, 0.56), ink: .persimmon)
        sheet.arrow((1.84, 0.54), (1.8, 0.7))
        sheet.arrow((1.42, 0.82), (1.2, 0.82))
        return sheet.picture
    }()

    /// Seen from above: a chair, two targets, and the way of an 8 around them.
    static let figureEight: Picture = {
        var sheet = Sketch(aspect: 1.5)
        for x in [0.36, 1.14] {
            sheet.circle(x, 0.3, 0.075, fill: .sun)
            sheet.circle(x, 0.3, 0.025, fill: .persimmon, ink: nil)
        }
        let right =
            Sketch.cubic((0.75, 0.74), (0.86, 0.52), (0.94, 0.42), (0.96, 0.3))
            + Sketch.cubic((0.96, 0.3), (0.98, 0.04), (1.34, 0.04), (1.34, 0.32))
            + Sketch.cubic((1.34, 0.32), (1.32, 0.56), (1.0, 0.6), (0.84, 0.76))
        sheet.line(right, ink: .pine, width: 0.034)
        sheet.line(right.map { (1.5 - $0.0, $0.1) }, ink: .pine, width: 0.034)
        sheet.arrow((0.9, 0.5), (0.955, 0.34))
        sheet.arrow((0.24, 0.5), (0.4, 0.62))
        sheet.box(0.61, 0.72, 0.28, 0.22, corner: 0.05, fill: .mint)
        sheet.box(0.61, 0.9, 0.28, 0.07, corner: 0.03, fill: .pine, ink: nil)
        return sheet.picture
    }()

    /// On the spot, one knee up to the mark on the wall.
    static let stepping: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.floor(0.2, 1.34)
        sheet.line([(1.2, 0.08), (1.2, 0.94)], ink: .clay, width: 0.034)
        for x in [0.92, 1.02, 1.12] { sheet.line([(x, 0.64), (x + 0.05, 0.64)], ink: .persimmon, width: 0.024) }
        sheet.line([(0.66, 0.62), (0.66, 0.92), (0.74, 0.92)], ink: .indigo, width: 0.085)
        sheet.line([(0.68, 0.62), (0.9, 0.66), (0.88, 0.84), (0.96, 0.84)], ink: .indigo, width: 0.085)
        sheet.line([(0.66, 0.6), (0.66, 0.38)], ink: .persimmon, width: 0.18)
        sheet.arm([(0.66, 0.4), (0.52, 0.5), (0.6, 0.58)])
        sheet.arm([(0.68, 0.4), (0.82, 0.46), (0.86, 0.36)])
        sheet.face(0.67, 0.19, 0.125, hair: .short)
        sheet.arrow((0.38, 0.84), (0.38, 0.6))
        return sheet.picture
    }()

    /// On the mat with straight legs, the hands towards and over the toes.
    static let sittingReach: Picture = {
        var sheet = Sketch(aspect: 1.8)
        sheet.box(0.12, 0.84, 1.56, 0.1, corner: 0.04, fill: .mint)
        sheet.line([(0.48, 0.78), (1.18, 0.79)], ink: .indigo, width: 0.095)
        sheet.line([(1.2, 0.8), (1.2, 0.66)], width: 0.07)
        sheet.line([(0.46, 0.74), (0.58, 0.46)], ink: .pine, width: 0.18)
        sheet.arm([(0.6, 0.5), (0.9, 0.6), (1.18, 0.6)])
        sheet.face(0.68, 0.28, 0.125, hair: .bun)
        sheet.box(1.26, 0.56, 0.3, 0.28, corner: 0.03, fill: .paper)
        for tick in 0..<4 {
            sheet.line(
                [(1.3 + Double(tick) * 0.07, 0.57), (1.3 + Double(tick) * 0.07, 0.64)], ink: .quietInk, width: 0.014)
        }
        sheet.arrow((1.2, 0.42), (1.5, 0.42))
        return sheet.picture
    }()

    /// On the edge of a chair, one leg stretched.
    static let chairReach: Picture = {
        var sheet = Sketch(aspect: 1.6)
        sheet.floor(0.2, 1.44)
        sheet.sideChair(0.3)
        sheet.line([(0.58, 0.6), (1.18, 0.88), (1.22, 0.8)], ink: .indigo, width: 0.085)
        sheet.line([(0.56, 0.58), (0.68, 0.36)], ink: .persimmon, width: 0.17)
        sheet.arm([(0.7, 0.42), (0.88, 0.58), (1.06, 0.7)])
        sheet.face(0.78, 0.2, 0.12, hair: .short)
        sheet.arrow((1.12, 0.5), (1.26, 0.64))
        return sheet.picture
    }()
}
