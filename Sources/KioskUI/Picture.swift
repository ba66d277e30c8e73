/// An illustration from few thick strokes, drawn by the renderer at any size.
public struct Picture: Hashable, Sendable {
    /// Width ÷ height of the box that the points fill.
    public var aspect: Double
    public var strokes: [Stroke]
    public init(aspect: Double, strokes: [Stroke]) { (self.aspect, self.strokes) = (aspect, strokes) }

    /// One line or shape. Points are in a box of 0…1 each way; `width` is a share of the box's height.
    public struct Stroke: Hashable, Sendable {
        public var points: [UnitPoint]
        public var closed: Bool
        public var fill: ColorRole?
        public var ink: ColorRole?
        public var width: Double

        public init(
            _ points: [UnitPoint], closed: Bool = false, fill: ColorRole? = nil, ink: ColorRole? = .ink,
            width: Double = 0.022
        ) {
            (self.points, self.closed, self.fill, self.ink, self.width) = (points, closed, fill, ink, width)
        }
    }
}

/// Glyphs of the icon font (Material Icons), by what they mean here.
public enum Icon: String, Hashable, Sendable, CaseIterable {
    case home, back, help, heart, dumbbell, chart, calendar, touch, bus, music, notice, check, speaker, printer
    case timer, save, bluetooth, chair, hand, walk, person, card, warning, keyboard, erase, people, repeatArrow
    case sun, cloud, partlyCloudy, umbrella, snow, rainAndSnow, wheelchair, language, zoomIn, contrast, close, done
    case serial, scanner, plus, minus, play, stop, phone, inbox, lock
    case up, down, place, figureEight, balance, question, clock, elderly, video, pause, mute
    case fog, thunder, wind, thermometer, drop, scale, wifiOff
    case work, school, newspaper, pin, practice
}
