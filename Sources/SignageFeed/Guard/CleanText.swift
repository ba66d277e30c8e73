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
        // A span, since an array would be retained and released for each letter.
        let span = bytes.span
        var at = 0
        // Enough for `limit` characters of any script, however many scalars each of them takes.
        while at < bytes.count, tidy.count <= limit * 8 {
            let run = Run(in: span, from: at, limit: limit * 8)
            if run.count > 0 { tidy.take(letters: bytes[at..<run.end], run.count) }
            at = run.end
            guard at < bytes.count else { break }
            let scalar = PlainScalar(span, at)
            tidy.take(scalar.kind, bytes[at..<at + scalar.length])
            at += scalar.length
        }
        let text = String(decoding: tidy.kept, as: UTF8.self)
        return tidy.count <= limit || text.count <= limit ? text : String(text.prefix(limit - 1)) + "…"
    }

    /// What can be kept as it is: letters, and single spaces between them. Taken at once, since asking for them one by
    /// one would cost more than looking at them.
    private struct Run {
        private(set) var end: Int
        /// Scalars.
        private(set) var count = 0

        init(in bytes: Span<UInt8>, from start: Int, limit: Int) {
            end = start
            while end < bytes.count, count <= limit {
                let scalar = PlainScalar(bytes, end)
                if scalar.kind == .letter {
                    (end, count) = (end + scalar.length, count + 1)
                } else if bytes[end] == 0x20, count > 0, end + 1 < bytes.count,
                    PlainScalar(bytes, end + 1).kind == .letter
                {
                    (end, count) = (end + 1, count + 1)
                } else {
                    return
                }
            }
        }
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
