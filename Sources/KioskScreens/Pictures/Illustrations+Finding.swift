import KioskUI

/// Pictures for finding oneself and for telling who one is.
extension Picture {
    /// A woman with her hair in a bun.
    static let grandmother: Picture = {
        var sheet = Sketch(aspect: 1.2)
        sheet.line(
            Sketch.cubic((0.14, 1.0), (0.18, 0.78), (0.38, 0.72), (0.6, 0.72))
                + Sketch.cubic((0.6, 0.72), (0.82, 0.72), (1.02, 0.78), (1.06, 1.0)), closed: true, fill: .rose)
        sheet.line([(0.48, 0.74), (0.6, 0.9), (0.72, 0.74)], closed: true, fill: .paper)
        sheet.face(0.6, 0.44, 0.29, hair: .bun)
        return sheet.picture
    }()

    /// A man with short hair.
    static let grandfather: Picture = {
        var sheet = Sketch(aspect: 1.2)
        sheet.line(
            Sketch.cubic((0.12, 1.0), (0.16, 0.78), (0.38, 0.72), (0.6, 0.72))
                + Sketch.cubic((0.6, 0.72), (0.82, 0.72), (1.04, 0.78), (1.08, 1.0)), closed: true, fill: .sky)
        sheet.line([(0.5, 0.73), (0.6, 0.86), (0.7, 0.73)], closed: true, fill: .paper)
        sheet.line([(0.6, 0.86), (0.6, 1.0)])
        sheet.face(0.6, 0.42, 0.3, hair: .short)
        return sheet.picture
    }()

    /// Two of the people who come here.
    static let neighbours: Picture = {
        var sheet = Sketch(aspect: 1.9)
        for (x, coat, hair) in [(0.58, ColorRole.rose, Sketch.Hair.bun), (1.32, .sky, .short)] {
            sheet.line(
                Sketch.cubic((x - 0.4, 1.0), (x - 0.36, 0.8), (x - 0.18, 0.74), (x, 0.74))
                    + Sketch.cubic((x, 0.74), (x + 0.18, 0.74), (x + 0.36, 0.8), (x + 0.4, 1.0)), closed: true,
                fill: coat)
            sheet.face(x, 0.46, 0.26, hair: hair)
        }
        return sheet.picture
    }()

    /// Three keys with ㄱ, ㅇ and ㅅ.
    static let initialKeys: Picture = {
        var sheet = Sketch(aspect: 2.2)
        for key in 0..<3 { sheet.box(0.1 + Double(key) * 0.7, 0.2, 0.6, 0.6, corner: 0.1, fill: .mint) }
        let width = 0.05
        sheet.line([(0.26, 0.38), (0.54, 0.38), (0.52, 0.5), (0.46, 0.64)], width: width)
        sheet.circle(1.1, 0.5, 0.14, width: width)
        sheet.line([(1.8, 0.36), (1.78, 0.48), (1.66, 0.64)], width: width)
        sheet.line([(1.78, 0.48), (1.94, 0.64)], width: width)
        return sheet.picture
    }()

    /// A telephone whose last four places are lit.
    static let telephone: Picture = {
        var sheet = Sketch(aspect: 2.2)
        sheet.box(0.1, 0.08, 0.5, 0.84, corner: 0.08, fill: .paper)
        sheet.box(0.17, 0.17, 0.36, 0.22, corner: 0.03, fill: .sky)
        for row in 0..<3 {
            for column in 0..<3 {
                sheet.circle(
                    0.22 + Double(column) * 0.13, 0.5 + Double(row) * 0.14, 0.035, fill: .ink, ink: nil)
            }
        }
        for place in 0..<4 { sheet.box(0.78 + Double(place) * 0.34, 0.32, 0.28, 0.36, corner: 0.06, fill: .sky) }
        return sheet.picture
    }()
}
