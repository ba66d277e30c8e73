extension Character {
    /// What a font can be asked for: without controls, joiners and the wish for a coloured picture, and with Hangul that
    /// came in single letters put together. Nil if nothing is left, or more
    /// marks are stacked than any writing has.
    nonisolated var shown: String? {
        if isASCII { return self >= " " && self != "\u{7F}" ? String(self) : nil }
        let visible = unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned: scalar.isIcon
            default: !scalar.properties.isVariationSelector
            }
        }
        guard !visible.isEmpty, visible.count <= 8 else { return nil }
        if let syllable = Unicode.Scalar(hangul: Array(visible)) { return String(Character(syllable)) }
        return String(String.UnicodeScalarView(visible))
    }
}

extension Unicode.Scalar {
    /// The icon font keeps its glyphs in the private use area.
    fileprivate nonisolated var isIcon: Bool { (0xE000...0xF8FF).contains(value) }

    /// A syllable from its two or three conjoining letters, by the Unicode standard's arithmetic.
    fileprivate nonisolated init?(hangul letters: [Unicode.Scalar]) {
        guard (2...3).contains(letters.count), (0x1100...0x1112).contains(letters[0].value),
            (0x1161...0x1175).contains(letters[1].value)
        else { return nil }
        var final: UInt32 = 0
        if letters.count == 3 {
            guard (0x11A8...0x11C2).contains(letters[2].value) else { return nil }
            final = letters[2].value - 0x11A7
        }
        self.init(0xAC00 + ((letters[0].value - 0x1100) * 21 + letters[1].value - 0x1161) * 28 + final)
    }
}
