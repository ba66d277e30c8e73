import KioskUI

/// The product's illustrations, one for each thing to do.
extension Picture {
    /// An arm goes into the cuff of a table-top monitor.
    static let cuff: Picture = {
        var sheet = Sketch(aspect: 1.7)
        sheet.line([(0.18, 0.86), (1.56, 0.86)], ink: .quietInk, width: 0.03)
        sheet.box(0.86, 0.3, 0.6, 0.54, corner: 0.15, fill: .paper)
        sheet.box(1.18, 0.4, 0.18, 0.12, corner: 0.02, fill: .pine, ink: nil)
        sheet.line([(1.22, 0.63), (1.34, 0.63)], ink: .clay, width: 0.03)
        sheet.ellipse(0.9, 0.57, 0.12, 0.25, fill: .mint)
        let top = Sketch.cubic((0.1, 0.62), (0.36, 0.5), (0.62, 0.48), (0.92, 0.5))
        let bottom = Sketch.cubic((0.92, 0.66), (0.62, 0.66), (0.36, 0.7), (0.1, 0.82))
        sheet.line(top + bottom, closed: true, fill: .sun)
        sheet.line([(0.05, 0.6), (0.24, 0.53), (0.28, 0.78), (0.08, 0.87)], closed: true, fill: .sky)
        sheet.arrow((0.48, 0.2), (0.7, 0.38))
        return sheet.picture
    }()

    /// A hand around a dynamometer's handle.
    static let gripping: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.box(0.5, 0.08, 0.5, 0.34, corner: 0.1, fill: .paper)
        sheet.circle(0.75, 0.25, 0.11, fill: .mint)
        sheet.line([(0.75, 0.25), (0.81, 0.18)], ink: .pine)
        sheet.line([(0.58, 0.42), (0.58, 0.84), (0.92, 0.84), (0.92, 0.42)], ink: .ink)
        sheet.line([(0.58, 0.84), (0.92, 0.84)], ink: .ink, width: 0.05)
        for finger in 0..<4 {
            sheet.box(0.5, 0.48 + Double(finger) * 0.085, 0.36, 0.085, corner: 0.042, fill: .sun)
        }
        sheet.line(
            Sketch.cubic((0.86, 0.5), (1.06, 0.46), (1.14, 0.6), (1.42, 0.66))
                + Sketch.cubic((1.42, 0.92), (1.2, 0.9), (1.02, 0.94), (0.84, 0.8)), closed: true, fill: .sun)
        sheet.line([(1.24, 0.6), (1.46, 0.62), (1.46, 0.96), (1.22, 0.93)], closed: true, fill: .mint)
        sheet.arrow((0.2, 0.62), (0.42, 0.62))
        return sheet.picture
    }()

    /// Standing up from a chair with crossed arms.
    static let chairStand: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.line([(0.2, 0.94), (1.34, 0.94)], ink: .quietInk, width: 0.03)
        sheet.line([(0.34, 0.3), (0.34, 0.92)], width: 0.034)
        sheet.line([(0.34, 0.64), (0.68, 0.64), (0.68, 0.92)], width: 0.034)
        sheet.line([(0.78, 0.62), (0.96, 0.66), (0.94, 0.92), (1.06, 0.92)], ink: .indigo, width: 0.09)
        sheet.line([(0.78, 0.62), (0.86, 0.34)], ink: .pine, width: 0.17)
        sheet.line([(0.84, 0.4), (0.98, 0.46), (0.86, 0.5)], ink: .sun, width: 0.055)
        sheet.face(0.9, 0.16, 0.12, hair: .bun)
        sheet.arrow((1.24, 0.66), (1.24, 0.3))
        return sheet.picture
    }()

    /// Somebody sits and rests.
    static let restingPerson: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.line([(0.2, 0.94), (1.34, 0.94)], ink: .quietInk, width: 0.03)
        sheet.box(0.44, 0.36, 0.12, 0.56, corner: 0.05, fill: .mint)
        sheet.box(0.44, 0.64, 0.48, 0.12, corner: 0.05, fill: .mint)
        sheet.line([(0.52, 0.76), (0.5, 0.92)], width: 0.034)
        sheet.line([(0.86, 0.76), (0.88, 0.92)], width: 0.034)
        sheet.line([(0.66, 0.6), (0.92, 0.6), (0.94, 0.9), (1.04, 0.9)], ink: .indigo, width: 0.09)
        sheet.line([(0.66, 0.58), (0.66, 0.38)], ink: .persimmon, width: 0.18)
        sheet.line([(0.68, 0.42), (0.78, 0.54), (0.9, 0.55)], ink: .sun, width: 0.055)
        sheet.face(0.66, 0.19, 0.13, hair: .short)
        sheet.curve((1.12, 0.4), (1.06, 0.34), (1.18, 0.28), (1.12, 0.2), ink: .clay)
        sheet.curve((1.24, 0.4), (1.18, 0.34), (1.3, 0.28), (1.24, 0.2), ink: .clay)
        sheet.box(1.08, 0.46, 0.22, 0.14, corner: 0.05, fill: .paper)
        sheet.line([(1.19, 0.6), (1.19, 0.92)], ink: .quietInk, width: 0.03)
        return sheet.picture
    }()

    /// A hand holds a card over the light of the scanner.
    static let holdCard: Picture = {
        var sheet = Sketch(aspect: 1.7)
        sheet.line([(0.42, 0.92), (0.6, 0.62), (1.1, 0.62), (1.28, 0.92)], closed: true, fill: .mint, ink: nil)
        sheet.box(0.4, 0.84, 0.9, 0.12, corner: 0.05, fill: .pine, ink: nil)
        sheet.box(0.5, 0.16, 0.7, 0.44, corner: 0.05, fill: .paper)
        sheet.line([(0.58, 0.28), (0.82, 0.28)], ink: .quietInk, width: 0.03)
        sheet.line([(0.58, 0.38), (0.76, 0.38)], ink: .clay, width: 0.03)
        for (x, y) in [(0.9, 0.24), (1.02, 0.24), (0.9, 0.36), (0.98, 0.32), (1.04, 0.4), (0.94, 0.42)] {
            sheet.line(
                [(x, y), (x + 0.05, y), (x + 0.05, y + 0.05), (x, y + 0.05)], closed: true, fill: .ink, ink: nil)
        }
        sheet.line(
            Sketch.cubic((1.62, 0.3), (1.4, 0.28), (1.3, 0.3), (1.1, 0.4))
                + Sketch.cubic((1.16, 0.5), (1.32, 0.44), (1.4, 0.5), (1.62, 0.54)), closed: true, fill: .sun)
        return sheet.picture
    }()

    /// A supporter comes.
    static let helper: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.line([(0.2, 0.94), (1.3, 0.94)], ink: .quietInk, width: 0.03)
        sheet.line([(0.7, 0.66), (0.66, 0.92)], ink: .indigo, width: 0.09)
        sheet.line([(0.8, 0.66), (0.86, 0.92)], ink: .indigo, width: 0.09)
        sheet.line([(0.75, 0.64), (0.75, 0.42)], ink: .pine, width: 0.22)
        sheet.line([(0.67, 0.4), (0.5, 0.3), (0.44, 0.14)], ink: .sun, width: 0.06)
        sheet.line([(0.83, 0.42), (0.98, 0.56)], ink: .sun, width: 0.06)
        sheet.face(0.75, 0.2, 0.13, hair: .short)
        sheet.curve((0.3, 0.16), (0.26, 0.12), (0.26, 0.08), (0.3, 0.04), ink: .persimmon)
        sheet.curve((0.54, 0.1), (0.58, 0.08), (0.58, 0.04), (0.56, 0.02), ink: .persimmon)
        return sheet.picture
    }()

    /// A low table with tea: the room is quiet.
    static let teaTable: Picture = {
        var sheet = Sketch(aspect: 1.6)
        sheet.box(0.2, 0.6, 1.2, 0.1, corner: 0.04, fill: .sun)
        sheet.line([(0.36, 0.7), (0.32, 0.92)], width: 0.04)
        sheet.line([(1.24, 0.7), (1.28, 0.92)], width: 0.04)
        sheet.line(
            [(0.56, 0.4), (0.6, 0.58), (0.8, 0.58), (0.84, 0.4)], closed: true, fill: .mint)
        sheet.circle(1.06, 0.46, 0.13, fill: .paper)
        sheet.line([(0.92, 0.44), (0.84, 0.36)], width: 0.034)
        sheet.line([(1.02, 0.32), (1.1, 0.32)], width: 0.034)
        sheet.curve((0.66, 0.3), (0.6, 0.24), (0.72, 0.18), (0.66, 0.1), ink: .clay)
        sheet.curve((0.76, 0.3), (0.7, 0.24), (0.82, 0.18), (0.76, 0.1), ink: .clay)
        return sheet.picture
    }()
}
