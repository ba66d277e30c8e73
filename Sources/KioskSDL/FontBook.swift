import CSDL2
import KioskUI

/// The fonts, opened when first needed: measures and breaks text for layout, and finds the right glyphs for the canvas.
public final class FontBook: Typesetter {
    private let files: FontFiles
    /// How the edges of letters are drawn.
    nonisolated let edges: Edges
    private let cut: (String, Language) -> [String]
    private var opened: [String: FontFile] = [:]
    private var typefaces: [Key: Typeface] = [:]
    private var widths: [Font: [String: Int]] = [:]
    private var cuts: [Language: [String: [String]]] = [:]
    private var inkHeights: [Slot: Int] = [:]
    /// Fonts that could not be opened after the start; their text is drawn with what there is.
    public private(set) var failures: [FontError] = []

    private static let mostTypefaces = 64
    private static let mostWidths = 4096
    private static let mostCuts = 1024

    /// Which file a glyph is looked for in.
    private enum Slot: Hashable { case bold, regular, wide(TextStyle.Weight, Language), icons }
    private struct Key: Hashable {
        var slot: Slot
        var pixels: Int
    }

    /// How letters meet the pixels.
    public nonisolated enum Edges: Sendable {
        case smooth
        /// Whole pixels, on or off, fitted to their grid: for boards whose pixels one can count.
        case crisp
    }

    /// `pieces` cuts a text where lines may be broken, spaces at a piece's end.
    public init(
        files: FontFiles, edges: Edges = .smooth, pieces: @escaping (String, Language) -> [String]
    ) throws {
        if TTF_WasInit() == 0 { try SDLError.check(TTF_Init()) }
        (self.files, self.edges, cut) = (files, edges, pieces)
        _ = try open(Key(slot: .bold, pixels: 100))
    }

    public func pieces(of text: String, language: Language) -> [String] {
        if let known = cuts[language]?[text] { return known }
        let pieces = cut(text, language)
        if cuts[language, default: [:]].count >= Self.mostCuts { cuts[language] = [:] }
        cuts[language, default: [:]][text] = pieces
        return pieces
    }

    public func emPixels(forInkHeight pixels: Int, weight: TextStyle.Weight, language: Language) -> Int {
        let slot = slots(Font(.text(weight, language), pixels: 0))[0]
        let ink = inkHeight(slot)
        return (pixels * 1000 + ink - 1) / ink
    }

    /// Ink of a Hangul syllable, or of a Chinese character in the wide fonts, in thousandths of an em.
    private func inkHeight(_ slot: Slot) -> Int {
        if let known = inkHeights[slot] { return known }
        var height = 900
        if let typeface = typeface(Key(slot: slot, pixels: 1000)) {
            let sample: Unicode.Scalar = if case .wide(_, .chinese) = slot { "国" } else { "한" }
            if let ink = Typeface.ink(typeface.handle, sample) { height = ink.high - ink.low }
        }
        typefaces[Key(slot: slot, pixels: 1000)] = nil
        inkHeights[slot] = height
        return height
    }

    public func width(of line: String, in font: Font) -> Int {
        if let known = widths[font]?[line] { return known }
        let width = measured(line, font)
        if widths[font, default: [:]].count >= Self.mostWidths { widths[font] = [:] }
        widths[font, default: [:]][line] = width
        return width
    }

    /// Words are measured one by one, because they recur in many lines.
    private func measured(_ line: String, _ font: Font) -> Int {
        guard line.contains(" "), line != " " else {
            return runs(of: line, font).reduce(0) { $0 + $1.typeface.width(of: $1.text) }
        }
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        let space = width(of: " ", in: font)
        return words.reduce((words.count - 1) * space) { sum, word in
            sum + (word.isEmpty ? 0 : width(of: String(word), in: font))
        }
    }

    /// Part of a line that one typeface has all glyphs of.
    struct Run {
        var text: String
        var typeface: Typeface
    }

    /// A line cut by typeface. Characters that no font has are left out, so that no empty boxes are shown.
    func runs(of line: String, _ font: Font) -> [Run] {
        var runs: [Run] = []
        let slots = slots(font)
        for character in line {
            guard let shown = character.shown, let typeface = typeface(for: shown, slots, font.pixels) else { continue }
            if let last = runs.last, last.typeface === typeface {
                runs[runs.count - 1].text += shown
            } else {
                runs.append(Run(text: shown, typeface: typeface))
            }
        }
        return runs
    }

    private func typeface(for text: String, _ slots: [Slot], _ pixels: Int) -> Typeface? {
        for slot in slots {
            guard let typeface = typeface(Key(slot: slot, pixels: pixels)) else { continue }
            if text.unicodeScalars.allSatisfy({ typeface.provides($0) }) { return typeface }
        }
        return nil
    }

    /// Where to look, in order: Korean and English in Nanum first, Chinese and Japanese in their own Noto first.
    private func slots(_ font: Font) -> [Slot] {
        guard case .text(let weight, let language) = font.face else { return [.icons] }
        let nanum: Slot = weight == .bold ? .bold : .regular
        let wide = Slot.wide(weight, language)
        return language == .chinese || language == .japanese ? [wide, nanum] : [nanum, wide]
    }

    private func typeface(_ key: Key) -> Typeface? {
        if let known = typefaces[key] { return known }
        do throws(FontError) {
            return try open(key)
        } catch {
            if !failures.contains(error) { failures.append(error) }
            return nil
        }
    }

    private func open(_ key: Key) throws(FontError) -> Typeface {
        if typefaces.count >= Self.mostTypefaces { typefaces.removeAll() }
        let typeface =
            switch key.slot {
            case .bold: try typeface(files.bold, key)
            case .regular: try typeface(files.regular, key)
            case .wide(.bold, let language): try typeface(files.wideBold, key, language)
            case .wide(.regular, let language): try typeface(files.wideRegular, key, language)
            case .icons: try typeface(files.icons, key)
            }
        typefaces[key] = typeface
        return typeface
    }

    private func typeface(_ list: [String], _ key: Key, _ language: Language? = nil) throws(FontError) -> Typeface {
        let face = language.flatMap { files.wideFaces[$0.rawValue] } ?? 0
        let path = try FontFiles.installed(list)
        let file = if let known = opened[path] { known } else { try FontFile(path: path) }
        opened[path] = file
        return try Typeface(file, path: path, face: face, pixels: key.pixels, isIcons: key.slot == .icons, edges: edges)
    }
}
