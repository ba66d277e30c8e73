/// Breaks a text into lines between pieces; inside a piece only when it alone is wider than a line.
struct LineBreaker {
    var pieces: [String]
    var measure: (String) -> Int

    /// Lines of about equal length: as few as `width` needs, none longer than it must be.
    func balancedLines(width: Int) -> [String] {
        let greedy = lines(width: width)
        guard (2...4).contains(greedy.count) else { return greedy }
        var (tooNarrow, enough) = (width / 3, width)
        var best = greedy
        while enough - tooNarrow > max(4, width / 64) {
            let middle = (tooNarrow + enough) / 2
            let candidate = lines(width: middle)
            if candidate.count <= greedy.count, !candidate.contains(where: { measure($0) > middle }), !splits(middle) {
                (best, enough) = (candidate, middle)
            } else {
                tooNarrow = middle
            }
        }
        return best
    }

    /// Whether some piece would have to be cut at this width.
    private func splits(_ width: Int) -> Bool { pieces.contains { measure(trimmed($0)) > width } }

    /// As much on each line as fits.
    func lines(width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces {
            if measure(trimmed(line + piece)) <= width {
                line += piece
                continue
            }
            if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
            line = piece
            while measure(trimmed(line)) > width, let head = head(of: line, width: width) {
                lines.append(head)
                line.removeFirst(head.count)
            }
        }
        if !trimmed(line).isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
        return lines
    }

    /// The characters of a word that fit, at least one; nil if the word has no more than one.
    private func head(of word: String, width: Int) -> String? {
        guard word.count > 1 else { return nil }
        var head = ""
        for character in word {
            if !head.isEmpty, measure(head + String(character)) > width { break }
            head.append(character)
        }
        return head.count < word.count ? head : nil
    }

    private func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
