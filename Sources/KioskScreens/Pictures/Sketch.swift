import Foundation
import KioskUI

/// A sheet to draw an illustration on: x runs from 0 to `aspect`, y from 0 to 1, both in heights, so that a circle
/// is a circle. Few thick strokes, ink outside, paper inside, one accent.
struct Sketch {
    let aspect: Double
    private var strokes: [Picture.Stroke] = []

    /// A stroke's thickness: 10 pixels on a picture of 450.
    static let thick = 0.024

    init(aspect: Double) { self.aspect = aspect }

    var picture: Picture { Picture(aspect: aspect, strokes: strokes) }

    /// A line through points, or a shape when it is closed.
    mutating func line(
        _ points: [(Double, Double)], closed: Bool = false, fill: ColorRole? = nil, ink: ColorRole? = .ink,
        width: Double = Sketch.thick
    ) {
        strokes.append(
            Picture.Stroke(
                points.map { UnitPoint($0.0 / aspect, $0.1) }, closed: closed, fill: fill, ink: ink, width: width))
    }

    mutating func ellipse(
        _ x: Double, _ y: Double, _ radiusX: Double, _ radiusY: Double, fill: ColorRole? = nil, ink: ColorRole? = .ink,
        width: Double = Sketch.thick
    ) {
        let points = (0..<48).map { step -> (Double, Double) in
            let angle = Double(step) / 48 * 2 * .pi
            return (x + radiusX * cos(angle), y + radiusY * sin(angle))
        }
        line(points, closed: true, fill: fill, ink: ink, width: width)
    }

    mutating func circle(
        _ x: Double, _ y: Double, _ radius: Double, fill: ColorRole? = nil, ink: ColorRole? = .ink,
        width: Double = Sketch.thick
    ) {
        ellipse(x, y, radius, radius, fill: fill, ink: ink, width: width)
    }

    /// A box with round corners.
    mutating func box(
        _ x: Double, _ y: Double, _ boxWidth: Double, _ boxHeight: Double, corner: Double, fill: ColorRole? = nil,
        ink: ColorRole? = .ink, width: Double = Sketch.thick
    ) {
        let corners = [
            (x + boxWidth - corner, y + corner, -0.5), (x + boxWidth - corner, y + boxHeight - corner, 0.0),
            (x + corner, y + boxHeight - corner, 0.5), (x + corner, y + corner, 1.0),
        ]
        let points = corners.flatMap { centerX, centerY, start in
            (0...8).map { step -> (Double, Double) in
                let angle = (start + Double(step) / 16) * .pi
                return (centerX + corner * cos(angle), centerY + corner * sin(angle))
            }
        }
        line(points, closed: true, fill: fill, ink: ink, width: width)
    }

    /// A cubic curve from point to point.
    mutating func curve(
        _ from: (Double, Double), _ control1: (Double, Double), _ control2: (Double, Double), _ to: (Double, Double),
        ink: ColorRole = .ink, width: Double = Sketch.thick
    ) {
        line(Self.cubic(from, control1, control2, to), ink: ink, width: width)
    }

    static func cubic(
        _ from: (Double, Double), _ control1: (Double, Double), _ control2: (Double, Double), _ to: (Double, Double)
    ) -> [(Double, Double)] {
        (0...20).map { step in
            let t = Double(step) / 20
            let u = 1 - t
            let (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            return (
                a * from.0 + b * control1.0 + c * control2.0 + d * to.0,
                a * from.1 + b * control1.1 + c * control2.1 + d * to.1
            )
        }
    }

    /// An arrow in the accent that says "here".
    mutating func arrow(_ from: (Double, Double), _ to: (Double, Double), ink: ColorRole = .persimmon) {
        let angle = atan2(to.1 - from.1, to.0 - from.0)
        let head = 0.075
        line([from, to], ink: ink, width: Self.thick * 1.1)
        line(
            [
                (to.0 - head * cos(angle - 0.6), to.1 - head * sin(angle - 0.6)), to,
                (to.0 - head * cos(angle + 0.6), to.1 - head * sin(angle + 0.6)),
            ], ink: ink, width: Self.thick * 1.1)
    }

    /// A friendly round face with grey hair, smiling.
    mutating func face(_ x: Double, _ y: Double, _ radius: Double, hair: Hair) {
        if hair == .bun {
            circle(x, y - radius * 1.06, radius * 0.36, fill: .unlit)
            ellipse(x, y - radius * 0.06, radius * 1.0, radius * 0.94, fill: .unlit)
        }
        for side in [-1.0, 1] { circle(x + side * radius * 0.86, y + radius * 0.16, radius * 0.15, fill: .sun) }
        ellipse(x, y + radius * 0.1, radius * 0.86, radius * 0.86, fill: .sun)
        cap(x, y, radius, parted: hair == .bun)
        for side in [-1.0, 1] {
            circle(x + side * radius * 0.32, y + radius * 0.12, radius * 0.075, fill: .ink, ink: nil)
            ellipse(x + side * radius * 0.52, y + radius * 0.38, radius * 0.13, radius * 0.09, fill: .rose, ink: nil)
        }
        curve(
            (x - radius * 0.3, y + radius * 0.46), (x - radius * 0.12, y + radius * 0.64),
            (x + radius * 0.12, y + radius * 0.64), (x + radius * 0.3, y + radius * 0.46), width: Self.thick * 0.8)
    }

    /// Hair over the forehead, from temple to temple.
    private mutating func cap(_ x: Double, _ y: Double, _ radius: Double, parted: Bool) {
        let outer = (0...24).map { step -> (Double, Double) in
            let angle = .pi * (1 + Double(step) / 24)
            return (x + radius * 0.9 * cos(angle), y + radius * (0.06 + 0.9 * sin(angle)))
        }
        let (left, right) = ((x - radius * 0.9, y + radius * 0.06), (x + radius * 0.9, y + radius * 0.06))
        let middle = (x - radius * 0.1, y - radius * (parted ? 0.62 : 0.34))
        let inner =
            Self.cubic(
                right, (x + radius * 0.62, y - radius * 0.1), (x + radius * 0.3, y - radius * (parted ? 0.3 : 0.36)),
                middle)
            + Self.cubic(
                middle, (x - radius * 0.4, y - radius * (parted ? 0.36 : 0.3)), (x - radius * 0.7, y - radius * 0.1),
                left)
        line(outer + inner, closed: true, fill: .unlit)
    }

    enum Hair { case bun, short }
}
