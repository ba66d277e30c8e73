/// A colour by what it means. The palette says which colour that is.
public enum ColorRole: Hashable, Sendable, CaseIterable {
    case hanji, paper, ink, quietInk, pine, indigo, persimmon, dancheongRed, clay
    case mint, sky, sun, rose
    /// Text on a filled button.
    case onPine
    /// A step not reached: paper's darker sister, never text.
    case unlit
    case foot
}

/// All colours of one appearance.
public struct Palette: Sendable {
    private let color: @Sendable (ColorRole) -> Color
    public init(_ color: @escaping @Sendable (ColorRole) -> Color) { self.color = color }
    public subscript(role: ColorRole) -> Color { color(role) }

    /// Paper, ink and pine: a warm room. Contrast of every text colour on every ground is ≥ 7:1.
    public static let hanji = Palette { role in
        switch role {
        case .hanji: Color(0xFBF7EE)
        case .paper: Color(0xFFFFFF)
        case .ink: Color(0x1F1B16)
        case .quietInk: Color(0x4A433A)
        case .pine: Color(0x1B5740)
        case .indigo: Color(0x1E3A6E)
        case .persimmon: Color(0x93350F)
        case .dancheongRed: Color(0x8B1313)
        case .clay: Color(0xCFC2A8)
        case .mint: Color(0xE3EFE7)
        case .sky: Color(0xE4EBF7)
        case .sun: Color(0xFBE9D0)
        case .rose: Color(0xF8E1DC)
        case .onPine: Color(0xFFFFFF)
        case .unlit: Color(0xE5DCC8)
        case .foot: Color(0xF0E9D8)
        }
    }

    /// White and yellow on black, ≥ 15:1.
    public static let highContrast = Palette { role in
        switch role {
        case .hanji, .paper, .mint, .sky, .sun, .rose, .foot: Color(0x000000)
        case .ink, .quietInk, .indigo, .clay: Color(0xFFFFFF)
        case .pine, .persimmon, .dancheongRed: Color(0xFFE14D)
        case .onPine: Color(0x000000)
        case .unlit: Color(0x4A4A4A)
        }
    }
}

/// Everything that turns millimetres and meanings into pixels and colours.
public struct Theme: Sendable {
    /// Millimetres per pixel of the panel, as measured by the installer; EDID is often wrong. 0.311 for 27" FHD.
    public var pitch: Double
    /// 1, 1.5 or 2. Everything scales, not only text.
    public var zoom: Double
    public var palette: Palette
    public var language: Language

    public init(pitch: Double = 0.311, zoom: Double = 1, palette: Palette = .hanji, language: Language = .korean) {
        (self.pitch, self.zoom, self.palette, self.language) = (pitch, zoom, palette, language)
    }

    public func pixels(_ length: Millimetres) -> Int { Int((length.value * zoom / pitch).rounded()) }
}

/// The languages the kiosk speaks. All are complete.
public enum Language: String, CaseIterable, Codable, Sendable {
    case korean = "ko"
    case english = "en"
    case chinese = "zh"
    case japanese = "ja"
}

/// A typeface at a pixel size: what the typesetter measures and the canvas draws.
public struct Font: Hashable, Sendable {
    public enum Face: Hashable, Sendable { case text(TextStyle.Weight, Language), icons }
    public var face: Face
    /// Em size in pixels.
    public var pixels: Int
    public init(_ face: Face, pixels: Int) { (self.face, self.pixels) = (face, pixels) }
}

/// Measures and breaks text. The renderer's fonts implement it, so layout and pixels cannot disagree.
public protocol Typesetter {
    /// Width of one line in pixels.
    func width(of line: String, in font: Font) -> Int
    /// Em pixels at which a Hangul syllable's ink (or the language's like) is so high.
    func emPixels(forInkHeight pixels: Int, weight: TextStyle.Weight, language: Language) -> Int
    /// The text cut into pieces that must not be broken; spaces stay at a piece's end.
    func pieces(of text: String, language: Language) -> [String]
}
