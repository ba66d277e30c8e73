/// Text for a wall: no controls, no tricks of direction, bounded.
enum CleanText {
    /// One line: every run of blanks is one space.
    static func line(_ text: String, limit: Int = 200) -> String {
        tidy(Array(text.utf8), keepingLines: false, limit)
    }

    /// Several lines: blanks within a line are one space, empty lines are dropped.
    static func lines(_ text: String, limit: Int = 4_000) -> String {
        lines(utf8: Array(text.utf8), limit: limit)
    }

    static func lines(utf8: [UInt8], limit: Int = 4_000) -> String { tidy(utf8, keepingLines: true, limit) }

    private static func tidy(_ bytes: [UInt8], keepingLines: Bool, _ limit: Int) -> String {
        var tidy = Tidy(keepsLines: keepingLines)
        tidy.kept.reserveCapacity(min(bytes.count, limit * 4))
        var at = 0
        // Enough for `limit` characters of any script, however many scalars each of them takes.
        while at < bytes.count, tidy.count <= limit * 8 {
            // Letters are taken word by word: one by one, asking for them would cost more than looking at them.
            let start = at
            var scalar = PlainScalar(bytes, at)
            var letters = 0
            while scalar.kind == .letter {
                (at, letters) = (at + scalar.length, letters + 1)
                guard at < bytes.count else { break }
                scalar = PlainScalar(bytes, at)
            }
            if letters > 0 { tidy.take(letters: bytes[start..<at], letters) }
            guard at < bytes.count else { break }
            tidy.take(scalar.kind, bytes[at..<at + scalar.length])
            at += scalar.length
        }
        let text = String(decoding: tidy.kept, as: UTF8.self)
        return tidy.count <= limit || text.count <= limit ? text : String(text.prefix(limit - 1)) + "…"
    }

    /// Gathers what is kept.
    private struct Tidy {
        let keepsLines: Bool
        var kept: [UInt8] = []
        /// Scalars kept, blanks not counted, so that a little more than the limit may pass.
        var count = 0
        private var marks = 0
        private var gap: UInt8?

        init(keepsLines: Bool) { self.keepsLines = keepsLines }

        mutating func take(letters: ArraySlice<UInt8>, _ count: Int) {
            if let gap, !kept.isEmpty {
                kept.append(gap)
                self.count += 1
            }
            (gap, marks) = (nil, 0)
            kept += letters
            self.count += count
        }

        mutating func take(_ kind: PlainScalar.Kind, _ bytes: ArraySlice<UInt8>) {
            switch kind {
            case .hidden, .letter: break
            case .newline: gap = keepsLines ? 0x0A : gap ?? 0x20
            case .blank: gap = gap ?? 0x20
            // Marks piled on one letter would paint over the lines above; three are more than any language needs.
            case .mark where marks == 3: break
            case .mark:
                let before = marks
                take(letters: bytes, 1)
                marks = before + 1
            }
        }
    }
}
