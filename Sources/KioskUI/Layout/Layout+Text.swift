struct SetTextKey: Hashable {
    var text: String
    var style: TextStyle
    var width: Int

    /// By bytes. What Unicode holds for equal beyond that is set again: telling so of Korean text takes longer.
    func hash(into hasher: inout Hasher) {
        hasher.combine(width)
        hasher.combine(style)
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// A text broken to a width.
struct SetText {
    var lines: [String]
    var font: Font
    var width: Int
    /// From one line's top to the next's.
    var step: Int
    var height: Int
    /// More lines were needed than allowed, or a line is too wide.
    var overflows: Bool
}

extension Layout {
    func emPixels(_ style: TextStyle) -> Int {
        if let known = emSizes[style] { return known }
        let exact = style.size.inkHeight.value * theme.zoom / theme.pitch
        let ink = max(Least.inkPixels, Int(exact.rounded(.up)))
        let em = typesetter.emPixels(forInkHeight: ink, weight: style.weight, language: theme.language)
        emSizes[style] = em
        return em
    }

    func font(_ style: TextStyle) -> Font {
        Font(.text(style.weight, theme.language), pixels: emPixels(style))
    }

    func set(_ text: String, _ style: TextStyle, width: Int) -> SetText {
        let key = SetTextKey(text: text, style: style, width: width)
        if let known = setTexts[key] { return known }
        let font = font(style)
        var lines: [String] = []
        let (shown, isCut) = bounded(text)
        for paragraph in shown.split(separator: "\n", omittingEmptySubsequences: false) {
            let breaker = LineBreaker(pieces: pieces(of: paragraph)) { self.lineWidth($0, style, font) }
            lines += breaker.balancedLines(width: width)
        }
        let overflows = shorten(&lines, style, font, width: width) || isCut
        let widest = lines.map { lineWidth($0, style, font) }.max() ?? 0
        let step = leading(style, em: font.pixels)
        let set = SetText(
            lines: lines, font: font, width: widest, step: step, height: font.pixels + step * (lines.count - 1),
            overflows: overflows || widest > width)
        setTexts[key] = set
        return set
    }

    /// At most 2000 code points: no panel shows more of one text, and what comes from outside may be endless.
    private func bounded(_ text: String) -> (shown: String, isCut: Bool) {
        let start = text.unicodeScalars.prefix(2000)
        return start.endIndex < text.endIndex ? (String(start) + "…", true) : (text, false)
    }

    /// The typesetter's pieces, the longest words in parts, so that measuring a hostile one stays short.
    private func pieces(of paragraph: Substring) -> [String] {
        let longest = 48
        return typesetter.pieces(of: String(paragraph), language: theme.language).flatMap { piece -> [String] in
            guard piece.count > longest else { return [piece] }
            var (parts, rest): ([String], Substring) = ([], piece[...])
            while !rest.isEmpty {
                parts.append(String(rest.prefix(longest)))
                rest = rest.dropFirst(longest)
            }
            return parts
        }
    }

    /// Cuts what the style does not allow and says with "…" that there was more.
    private func shorten(_ lines: inout [String], _ style: TextStyle, _ font: Font, width: Int) -> Bool {
        guard let most = style.maxLines, most > 0, lines.count > most else { return false }
        lines.removeSubrange(most...)
        var last = lines[most - 1]
        while !last.isEmpty, lineWidth(last + "…", style, font) > width { last.removeLast() }
        while last.last == " " { last.removeLast() }
        lines[most - 1] = last + "…"
        return true
    }

    /// Lines of reading text stand 1.4 em apart; a number that stands alone needs less.
    private func leading(_ style: TextStyle, em: Int) -> Int {
        if case .value = style.size { em * 115 / 100 } else { em * 140 / 100 }
    }

    func lineWidth(_ line: String, _ style: TextStyle, _ font: Font) -> Int {
        guard style.fixedDigits else { return typesetter.width(of: line, in: font) }
        return runs(of: line, font).reduce(0) { $0 + $1.width }
    }

    /// The widest piece: narrower, a word would be cut. What must stay on one line needs all of its width.
    func leastWidth(of text: String, _ style: TextStyle) -> Int {
        let key = SetTextKey(text: text, style: style, width: 0)
        if let known = leastWidths[key] { return known }
        let font = font(style)
        var widest = 0
        for paragraph in bounded(text).shown.split(separator: "\n") {
            for piece in style.maxLines == 1 ? [String(paragraph)] : pieces(of: paragraph) {
                var word = piece
                while word.last == " " { word.removeLast() }
                widest = max(widest, lineWidth(word, style, font))
            }
        }
        leastWidths[key] = widest
        return widest
    }

    /// A line cut so that every digit has a cell of the widest digit's width.
    private func runs(of line: String, _ font: Font) -> [(text: String, width: Int, isDigit: Bool)] {
        let cell = (0...9).map { typesetter.width(of: String($0), in: font) }.max() ?? 0
        var runs: [(text: String, width: Int, isDigit: Bool)] = []
        for character in line {
            if character.isASCII, character.isNumber {
                runs.append((String(character), cell, true))
            } else if let last = runs.last, !last.isDigit {
                runs[runs.count - 1].text.append(character)
            } else {
                runs.append((String(character), 0, false))
            }
        }
        for index in runs.indices where !runs[index].isDigit {
            runs[index].width = typesetter.width(of: runs[index].text, in: font)
        }
        return runs
    }

    func place(text: String, _ style: TextStyle, in rect: Rect, _ around: Surroundings) {
        let set = set(text, style, width: rect.width)
        let color = theme.palette[style.color]
        var area = Rect(x: rect.x, y: rect.y + (rect.height - set.height) / 2, width: set.width, height: set.height)
        area.x += offset(style.align, of: set.width, in: rect.width)
        for (index, line) in set.lines.enumerated() {
            let width = lineWidth(line, style, set.font)
            let x = rect.x + offset(style.align, of: width, in: rect.width)
            draw(line, x: x, y: area.y + index * set.step, style, set.font, color)
        }
        texts.append(
            PlacedText(
                text: text, lines: set.lines, rect: area, font: set.font, color: color, ground: around.ground))
        if set.overflows || set.height > rect.height + 1 { problems.append(.textOverflow(text)) }
        if around.judged { judge(text, style, color, on: around.ground) }
    }

    func place(ticker text: String, _ style: TextStyle, shift: Millimetres, in rect: Rect, _ around: Surroundings) {
        let line = bounded(text).shown.replacing("\n", with: " ")
        let (font, color) = (font(style), theme.palette[style.color])
        let most = max(0, lineWidth(line, style, font) - rect.width)
        draw(
            line, x: rect.x - min(most, max(0, pixels(shift))), y: rect.y + (rect.height - font.pixels) / 2, style,
            font,
            color)
        texts.append(
            PlacedText(text: text, lines: [line], rect: rect, font: font, color: color, ground: around.ground))
        judge(text, style, color, on: around.ground)
    }

    private func draw(_ line: String, x: Int, y: Int, _ style: TextStyle, _ font: Font, _ color: Color) {
        guard style.fixedDigits else {
            if !line.isEmpty { commands.append(.text(line, x: x, y: y, font, color)) }
            return
        }
        var x = x
        for run in runs(of: line, font) {
            let shift = run.isDigit ? (run.width - typesetter.width(of: run.text, in: font)) / 2 : 0
            commands.append(.text(run.text, x: x + shift, y: y, font, color))
            x += run.width
        }
    }

    private func judge(_ text: String, _ style: TextStyle, _ color: Color, on ground: Color) {
        let millimetres = style.size.inkHeight.value * theme.zoom
        if millimetres < Least.text.value { problems.append(.tooSmallText(text, millimetres: millimetres)) }
        let ratio = Contrast.ratio(color, ground)
        if ratio < Contrast.leastForText { problems.append(.lowContrast(text, ratio: ratio)) }
    }

    func offset(_ align: Align, of length: Int, in room: Int) -> Int {
        switch align {
        case .leading, .stretch: 0
        case .center: (room - length) / 2
        case .trailing: room - length
        }
    }
}
