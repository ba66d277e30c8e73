import KioskUI

/// Pictures of people who stand and walk.
extension Picture {
    /// Back to the ruler, a board on the head.
    static let height: Picture = {
        var sheet = Sketch(aspect: 1.3)
        sheet.floor(0.2, 1.1)
        sheet.box(0.34, 0.06, 0.1, 0.86, corner: 0.02, fill: .paper)
        for tick in 0..<9 {
            let y = 0.14 + Double(tick) * 0.09
            sheet.line([(0.36, y), (tick % 2 == 0 ? 0.42 : 0.39, y)], ink: .quietInk, width: 0.014)
        }
        sheet.line([(0.44, 0.095), (0.86, 0.095)], ink: .pine, width: 0.04)
        sheet.stander(0.68, coat: .pine, hair: .short)
        sheet.arrow((1.02, 0.84), (1.02, 0.14))
        return sheet.picture
    }()

    /// Both feet on the scale.
    static let weighing: Picture = {
        var sheet = Sketch(aspect: 1.3)
        sheet.floor(0.2, 1.1)
        sheet.stander(0.65, coat: .persimmon, hair: .bun, foot: 0.8)
        sheet.box(0.4, 0.81, 0.5, 0.12, corner: 0.04, fill: .mint)
        sheet.box(0.57, 0.835, 0.16, 0.06, corner: 0.02, fill: .paper)
        sheet.arrow((1.06, 0.5), (1.06, 0.78))
        return sheet.picture
    }()

    /// From line to line.
    static let walking: Picture = {
        var sheet = Sketch(aspect: 1.8)
        sheet.floor(0.1, 1.7)
        for x in [0.34, 1.46] { sheet.line([(x, 0.86), (x, 1.0)], ink: .persimmon, width: 0.045) }
        sheet.walker(0.84, coat: .pine, hair: .short)
        sheet.arrow((1.16, 0.5), (1.44, 0.5))
        return sheet.picture
    }()

    static let sideBySide = stance([(0.42, 0.5), (0.58, 0.5)])
    static let semiTandem = stance([(0.43, 0.4), (0.58, 0.6)])
    static let tandem = stance([(0.5, 0.32), (0.5, 0.7)])

    /// Two soles from above, and who stands on them.
    private static func stance(_ soles: [(Double, Double)]) -> Picture {
        var sheet = Sketch(aspect: 1.7)
        sheet.box(0.14, 0.06, 0.72, 0.88, corner: 0.08, fill: .mint, ink: .clay)
        for (x, y) in soles { sheet.sole(x, y) }
        sheet.line([(1.0, 0.94), (1.6, 0.94)], ink: .quietInk, width: 0.03)
        sheet.stander(1.3, coat: .indigo, hair: .bun, spread: 0.16)
        return sheet.picture
    }

    /// One foot off the ground.
    static let oneLeg: Picture = {
        var sheet = Sketch(aspect: 1.3)
        sheet.floor(0.2, 1.1)
        sheet.line([(0.68, 0.62), (0.7, 0.92), (0.78, 0.92)], ink: .indigo, width: 0.085)
        sheet.line([(0.62, 0.62), (0.58, 0.76), (0.48, 0.82)], ink: .indigo, width: 0.085)
        sheet.line([(0.65, 0.6), (0.65, 0.38)], ink: .pine, width: 0.2)
        for side in [-1.0, 1] {
            sheet.arm([(0.65 + side * 0.08, 0.4), (0.65 + side * 0.28, 0.46)])
        }
        sheet.face(0.65, 0.19, 0.125, hair: .bun)
        sheet.arrow((0.36, 0.92), (0.36, 0.78))
        return sheet.picture
    }()
}

extension Sketch {
    mutating func floor(_ from: Double, _ to: Double) {
        line([(from, 0.94), (to, 0.94)], ink: .quietInk, width: 0.03)
    }

    /// A chair seen from its side, its back to the left.
    mutating func sideChair(_ x: Double) {
        line([(x, 0.34), (x, 0.92)], width: 0.034)
        line([(x, 0.66), (x + 0.32, 0.66), (x + 0.32, 0.92)], width: 0.034)
    }

    /// An arm or a hand, outlined, so that it can be seen on any ground.
    mutating func arm(_ points: [(Double, Double)]) {
        line(points, width: 0.078)
        line(points, ink: .sun, width: 0.046)
    }

    mutating func cone(_ x: Double, _ foot: Double) {
        line([(x - 0.1, foot), (x, foot - 0.26), (x + 0.1, foot)], closed: true, fill: .sun)
        line([(x - 0.14, foot), (x + 0.14, foot)], ink: .persimmon, width: 0.04)
    }

    /// Somebody on the way to the right.
    mutating func walker(_ x: Double, coat: ColorRole, hair: Hair) {
        line([(x, 0.62), (x - 0.14, 0.78), (x - 0.18, 0.92), (x - 0.1, 0.92)], ink: .indigo, width: 0.085)
        line([(x, 0.62), (x + 0.14, 0.76), (x + 0.14, 0.92), (x + 0.24, 0.92)], ink: .indigo, width: 0.085)
        line([(x, 0.6), (x + 0.02, 0.38)], ink: coat, width: 0.18)
        arm([(x, 0.4), (x - 0.16, 0.5), (x - 0.12, 0.6)])
        arm([(x + 0.03, 0.4), (x + 0.16, 0.52), (x + 0.26, 0.46)])
        face(x + 0.04, 0.19, 0.125, hair: hair)
    }

    /// Somebody who stands and looks at us. `spread`: how far the arms are held off.
    mutating func stander(_ x: Double, coat: ColorRole, hair: Hair, foot: Double = 0.92, spread: Double = 0.04) {
        for side in [-1.0, 1] {
            line(
                [(x + side * 0.055, foot - 0.3), (x + side * 0.055, foot), (x + side * 0.1, foot)],
                ink: coat == .indigo ? .quietInk : .indigo, width: 0.08)
            arm([(x + side * 0.09, foot - 0.5), (x + side * (0.13 + spread), foot - 0.3)])
        }
        line([(x, foot - 0.32), (x, foot - 0.53)], ink: coat, width: 0.2)
        face(x, foot - 0.69, 0.115, hair: hair)
    }

    /// The sole of a shoe from above, its toe upwards.
    mutating func sole(_ x: Double, _ y: Double) {
        ellipse(x, y - 0.06, 0.065, 0.1, fill: .pine)
        ellipse(x, y + 0.1, 0.05, 0.06, fill: .pine)
    }
}
