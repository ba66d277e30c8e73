import KioskUI

/// What has been typed so far, in large letters, with the key that takes the last one back beside it.
func entryLine(_ text: String, hint: String = "", _ look: Look, erase: AppEvent) -> View {
    let typed: [View] = [TextSize.heading, .body, .caption].map { .text(text, TextStyle($0, align: .center)) }
    // A hint on two lines would look like something typed.
    let hints: [View] = [(hint, TextSize.body), (hint, .caption), (" ", .caption)].map { text, size in
        .text(text, TextStyle(size, color: .quietInk, align: .center, maxLines: 1))
    }
    return eraseBeside(look, erase: erase) { height in
        .box(
            BoxStyle(ground: .paper, edge: text.isEmpty ? .clay : .pine, edgeWidth: 1, padding: 2),
            .sized(width: nil, height: height, .firstFitting(text.isEmpty ? hints : typed)))
    }
}

/// A number of known length: a box for each digit, the next one marked.
func entryBoxes(_ typed: [String], of count: Int, before: String? = nil, _ look: Look, erase: AppEvent) -> View {
    let prefix: [View] = before.map { [.text($0, TextStyle(.heading, fixedDigits: true))] } ?? []
    return eraseBeside(look, erase: erase) { height in
        let boxes = (0..<count).map { index -> View in
            .flex(
                1,
                .box(
                    BoxStyle(
                        ground: index == typed.count ? .mint : .paper, edge: index <= typed.count ? .pine : .clay,
                        edgeWidth: 1, corner: 6, padding: 2),
                    .sized(
                        width: 12, height: height,
                        .text(index < typed.count ? typed[index] : " ", TextStyle(.heading, align: .center)))))
        }
        return .row(spacing: 4, .stretch, prefix + boxes)
    }
}

/// Several numbers side by side, each below its name; the one at `place` is being typed. With little room that one alone.
func entryFields(_ fields: [(label: String, typed: String)], at place: Int, _ look: Look, erase: AppEvent) -> View {
    let all = { (height: Millimetres) -> View in
        .row(
            spacing: 4, .stretch,
            fields.enumerated().map { index, field in
                .flex(1, entryField(field.label, field.typed, isOn: index == place, height: height))
            })
    }
    return .firstFitting([
        .column(
            spacing: 4, .stretch,
            [all(46), .button(look.words.enrolment.erase, icon: .erase, id: "erase", height: 26, event: erase)]),
        entryLine(fields[place].typed, hint: fields[place].label, look, erase: erase),
    ])
}

private func entryField(_ label: String, _ typed: String, isOn: Bool, height: Millimetres) -> View {
    .box(
        BoxStyle(
            ground: isOn ? .mint : .paper, edge: isOn ? .pine : .clay, edgeWidth: isOn ? 1.6 : 1, padding: 3),
        .sized(
            width: nil, height: height,
            .column(
                spacing: 1, .stretch,
                [
                    .text(label, TextStyle(.caption, color: isOn ? .pine : .quietInk, align: .center, maxLines: 1)),
                    .text(
                        typed.isEmpty ? " " : typed, TextStyle(.title, align: .center, fixedDigits: true, maxLines: 1)),
                ])))
}

/// With the icon where there is room, lower where there is little.
private func eraseBeside(_ look: Look, erase: AppEvent, field: @escaping (Millimetres) -> View) -> View {
    let word = look.words.enrolment.erase
    let key = { (icon: Icon?, height: Millimetres) -> View in
        .button(word, icon: icon, id: "erase", height: height, event: erase)
    }
    let beside = { (icon: Icon?, height: Millimetres) -> View in
        .row(spacing: 6, .stretch, [.flex(1, field(height)), key(icon, height)])
    }
    return .firstFitting([
        beside(.erase, 34), beside(nil, 34), beside(nil, 22),
        .column(spacing: 5, .stretch, [field(22), key(nil, 22)]),
    ])
}

/// A telephone's keys, never shuffled: 1 2 3 / 4 5 6 / 7 8 9 / 0. With little height in two rows of five.
enum NumberPad {
    static func view(digit: @escaping (Int) -> AppEvent) -> View { view(beside: [.spacer, .spacer], digit: digit) }

    /// The same with a point and a sign beside the 0, for values that need them.
    static func view(
        places: Int, takesSign: Bool, digit: @escaping (Int) -> AppEvent, point: AppEvent, sign: AppEvent
    ) -> View {
        view(
            beside: [
                takesSign ? .key("±", id: "sign", event: sign) : .spacer,
                places > 0 ? .key(".", id: "point", event: point) : .spacer,
            ], digit: digit)
    }

    /// `beside`: what stands left and right of the 0.
    private static func view(beside: [View], digit: @escaping (Int) -> AppEvent) -> View {
        let key = { (number: Int) -> View in
            .key(String(number), id: TouchID("digit-\(number)"), event: digit(number))
        }
        let digits = (1...9).map(key) + [key(0)]
        let extra = beside.filter { if case .spacer = $0 { false } else { true } }
        return .firstFitting([
            .grid(columns: 3, spacing: 5, digits.dropLast() + [beside[0], key(0), beside[1]]),
            .grid(columns: extra.isEmpty ? 5 : 6, spacing: 5, digits + extra),
        ])
    }
}

/// Jamo in the order of the alphabet, which everybody learnt, not of a typewriter.
enum JamoKeyboard {
    static let consonants = Array("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")
    static let doubled = Array("ㄲㄸㅃㅆㅉ")
    static let vowels = Array("ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔㅒㅖ")

    /// Consonants above, doubled ones between, vowels below.
    static func view(key: @escaping (Character) -> AppEvent) -> View {
        let first = keys(consonants, key)
        let second = keys(doubled, key)
        let third = keys(vowels, key)
        return .oriented(
            portrait: .grid(columns: 7, spacing: 4, first + third + second),
            landscape: .firstFitting([
                .grid(columns: 14, spacing: 4, first + third + second),
                .grid(columns: 12, spacing: 4, first + third + second),
            ]))
    }

    /// Only what names begin with.
    static func initials(key: @escaping (Character) -> AppEvent) -> View {
        .firstFitting([
            .grid(columns: 4, spacing: 5, keys(consonants, key)), .grid(columns: 5, spacing: 5, keys(consonants, key)),
            .grid(columns: 7, spacing: 5, keys(consonants, key)),
        ])
    }

    private static func keys(_ jamo: [Character], _ key: (Character) -> AppEvent) -> [View] {
        jamo.map { .key(String($0), id: TouchID("jamo-\($0)"), event: key($0)) }
    }
}

extension Node where Event == AppEvent {
    /// One key of a keyboard, as large as its cell; the letter grows with it.
    static func key(_ word: String, id: TouchID, event: AppEvent) -> View {
        let sizes: [TextSize] = [.value(32), .title, .heading, .body]
        return .touch(
            id, event,
            .box(
                BoxStyle(ground: .paper, edge: .pine, edgeWidth: 0.9, corner: 6, padding: 1),
                .firstFitting(sizes.map { .text(word, TextStyle($0, align: .center)) })))
    }
}
