/// Text for a wall: no controls, no tricks of direction, bounded.
enum CleanText {
    /// One line: every run of blanks is one space.
    static func line(_ text: String, limit: Int = 200) -> String { tidy(text, keepingLines: false, limit) }

    /// Several lines: blanks within a line are one space, empty lines are dropped.
    static func lines(_ text: String, limit: Int = 4_000) -> String { tidy(text, keepingLines: true, limit) }

    private static func tidy(_ text: String, keepingLines: Bool, _ limit: Int) -> String {
        var kept = String.UnicodeScalarView()
        var (count, marks) = (0, 0)
        var gap: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch kind(scalar) {
            case .hidden: continue
            case .newline: gap = keepingLines ? "\n" : gap ?? " "
            case .blank: gap = gap ?? " "
            // Marks piled on one letter would paint over the lines above; three are more than any language needs.
            case .mark where marks == 3: continue
            case .mark, .letter:
                marks = kind(scalar) == .mark ? marks + 1 : 0
                if let gap, count > 0 { kept.append(gap) }
                gap = nil
                kept.append(scalar)
                count += 1
                // Enough for `limit` characters of any script, however many scalars each of them takes.
                if count > limit * 8 { return cut(String(kept), limit) }
            }
        }
        return count <= limit / 2 ? String(kept) : cut(String(kept), limit)
    }

    private static func cut(_ text: String, _ limit: Int) -> String {
        text.count <= limit ? text : String(text.prefix(limit - 1)) + "…"
    }

    private enum Kind { case letter, mark, blank, newline, hidden }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x21..<0x7F, 0xAC00...0xD7A3, 0x4E00...0x9FFF: .letter
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: .newline
        case 0x09, 0x20: .blank
        // Controls, zero-width marks, direction overrides, private sentinels.
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFE, 0xFFFF:
            .hidden
        case 0..<0x300: scalar.properties.isWhitespace ? .blank : .letter
        default:
            scalar.properties.isWhitespace
                ? .blank : scalar.properties.generalCategory == .nonspacingMark ? .mark : .letter
        }
    }
}
