/// Text for a wall: no controls, no tricks of direction, bounded.
enum CleanText {
    /// One line: every run of blanks is one space.
    static func line(_ text: String, limit: Int = 200) -> String {
        cut(visible(text).split { $0.isWhitespace }.joined(separator: " "), limit)
    }

    /// Several lines: blanks within a line are one space, empty lines are dropped.
    static func lines(_ text: String, limit: Int = 4_000) -> String {
        let lines = visible(text).split { $0.isNewline }.map { line($0.description, limit: limit) }
        return cut(lines.filter { !$0.isEmpty }.joined(separator: "\n"), limit)
    }

    private static func cut(_ text: String, _ limit: Int) -> String {
        text.count <= limit ? text : String(text.prefix(limit - 1)) + "…"
    }

    /// Marks piled on one letter would paint over the lines above; three are more than any language needs.
    private static func visible(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars where !isHidden(scalar.value) {
            let isMark = scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
            marks = isMark ? marks + 1 : 0
            if marks <= 3 { kept.append(scalar) }
        }
        return String(kept)
    }

    /// Controls but tab and line ends, zero-width marks, direction overrides, private sentinels.
    private static func isHidden(_ code: UInt32) -> Bool {
        switch code {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFE, 0xFFFF:
            true
        default: false
        }
    }
}
