import KioskUI

/// What has been typed so far, in large letters.
func entryField(_ text: String, isHint: Bool) -> View {
    .box(
        BoxStyle(ground: .paper, edge: .pine, padding: 4),
        .text(text, TextStyle(.heading, color: isHint ? .quietInk : .ink, align: .center, fixedDigits: true)))
}

/// A telephone's keys, never shuffled: 1 2 3 / 4 5 6 / 7 8 9 / erase 0.
enum NumberPad {
    static func view(
        _ look: Look, digit: @escaping (Int) -> AppEvent, point: AppEvent? = nil, erase: AppEvent
    ) -> View {
        let key = { (number: Int) -> View in .key(String(number), id: TouchID("digit-\(number)"), event: digit(number)) }
        var keys = (1...9).map(key)
        keys.append(point.map { .key(".", id: "point", event: $0) } ?? .spacer)
        keys.append(key(0))
        keys.append(.key(look.words.enrolment.erase, id: "erase", event: erase))
        return .grid(columns: 3, spacing: 4, keys)
    }
}

/// Jamo in the order of the alphabet, which everybody learnt, not of a typewriter.
enum JamoKeyboard {
    static let consonants = Array("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")
    static let doubled = Array("ㄲㄸㅃㅆㅉ")
    static let vowels = Array("ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔㅒㅖ")

    static func view(_ look: Look, key: @escaping (Character) -> AppEvent, erase: AppEvent) -> View {
        let keys = (consonants + doubled + vowels).map { jamo -> View in
            .key(String(jamo), id: TouchID("jamo-\(jamo)"), event: key(jamo))
        }
        return .grid(
            columns: 7, spacing: 3, keys + [.key(look.words.enrolment.erase, id: "erase", event: erase)])
    }

    /// Only what names begin with.
    static func initials(_ look: Look, key: @escaping (Character) -> AppEvent, erase: AppEvent) -> View {
        let keys = consonants.map { jamo -> View in
            .key(String(jamo), id: TouchID("jamo-\(jamo)"), event: key(jamo))
        }
        return .grid(
            columns: 5, spacing: 4, keys + [.key(look.words.enrolment.erase, id: "erase", event: erase)])
    }
}

extension Node where Event == AppEvent {
    /// One key of a keyboard: at least 20 mm each way.
    static func key(_ word: String, id: TouchID, event: AppEvent) -> View {
        .touch(
            id, event,
            .box(
                BoxStyle(ground: .paper, edge: .pine, corner: 4, padding: 1),
                .sized(width: 20, height: 20, .text(word, TextStyle(.body, align: .center, maxLines: 1)))))
    }
}
