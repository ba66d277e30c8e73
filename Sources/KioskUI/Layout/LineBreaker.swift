/// Breaks a text into lines between pieces; inside a piece only when it alone is wider than a line.
struct LineBreaker {
    private let pieces: [String]
    private let measure: (String) -> Int

    init(pieces: [String], measure: @escaping (String) -> Int) { (self.pieces, self.measure) = (pieces, measure) }

    /// Few lines of about equal length that like to end where a sentence ends; many lines as full as they can be.
    func balancedLines(width: Int) -> [String] {
        let greedy = lines(width: width)
        guard (2...4).contains(greedy.count), pieces.count <= 48 else { return greedy }
        let widths = pieces.map { (whole: measure($0), trimmed: measure(trimmed($0))) }
        guard widths.allSatisfy({ $0.trimmed <= width }) else { return greedy }
        let balanced = cheapest(widths, lines: greedy.count, width: width)
        let isSafe = balanced.count == greedy.count && balanced.allSatisfy { measure($0) <= width }
        return isSafe ? balanced : greedy
    }

    /// Of all ways to fill so many lines the one with the least squares of empty room.
    private func cheapest(_ widths: [(whole: Int, trimmed: Int)], lines: Int, width: Int) -> [String] {
        let none = Double.infinity
        var costs = [[Double]](repeating: [Double](repeating: none, count: pieces.count + 1), count: lines + 1)
        var starts = [[Int]](repeating: [Int](repeating: 0, count: pieces.count + 1), count: lines + 1)
        costs[0][0] = 0
        for line in 1...lines {
            for end in 1...pieces.count {
                var length = widths[end - 1].trimmed
                for start in (0..<end).reversed() {
                    if start < end - 1 { length += widths[start].whole }
                    guard length <= width else { break }
                    let empty = Double(width - length) / Double(width)
                    let cost = costs[line - 1][start] + empty * empty - comfort(ofBreakAfter: end - 1)
                    if cost < costs[line][end] { (costs[line][end], starts[line][end]) = (cost, start) }
                }
            }
        }
        guard costs[lines][pieces.count] < none else { return [] }
        var (broken, end): ([String], Int) = ([], pieces.count)
        for line in (1...lines).reversed() {
            let start = starts[line][end]
            broken.append(trimmed(pieces[start..<end].joined()))
            end = start
        }
        return broken.reversed()
    }

    /// A line that ends with a sentence or a clause reads well.
    private func comfort(ofBreakAfter index: Int) -> Double {
        guard index < pieces.count - 1, let last = trimmed(pieces[index]).last else { return 0 }
        if ".?!。？！".contains(last) { return 0.16 }
        return ",:;、，·".contains(last) ? 0.08 : 0
    }

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
