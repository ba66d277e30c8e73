import CHangul

/// Composes Hangul from the letters of a two-set (두벌식) keyboard, as libhangul does.
///
/// ```swift
/// let composer = try HangulComposer()
/// for key in "ㄱㅣㅁㅅㅜㄴ" { composer.press(key) }
/// composer.text  // 김순
/// ```
public final class HangulComposer {
    /// What is finished.
    public private(set) var committed = ""
    /// The syllable that is being composed; empty if none.
    public private(set) var preedit = ""
    /// All that was typed.
    public var text: String { committed + preedit }

    private let context: OpaquePointer
    private let limit: Int

    /// - Parameter limit: letters after which further keys are ignored.
    public init(limit: Int = 40) throws(HangulComposerError) {
        guard let context = hangul_ic_new("2") else { throw .noTwoSetKeyboard }
        (self.context, self.limit) = (context, limit)
        // ㄱ ㅅ stay two letters until a vowel comes, so that 초성 can be typed.
        hangul_ic_set_option(context, Int32(HANGUL_IC_OPTION_NON_CHOSEONG_COMBI), false)
        hangul_ic_set_option(context, Int32(HANGUL_IC_OPTION_AUTO_REORDER), false)
        hangul_ic_set_option(context, Int32(HANGUL_IC_OPTION_COMBI_ON_DOUBLE_STROKE), false)
    }

    deinit { hangul_ic_delete(context) }

    /// Takes a key by its letter: `ㄱ`, `ㅏ`, `ㄲ`, `ㅒ`. Compound letters (`ㅘ`, `ㄳ`) are the keys that make them;
    /// everything that is no Hangul letter ends the syllable and is appended.
    public func press(_ key: Character) {
        for letter in Jamo.parts[key] ?? [key] {
            let before = (committed, preedit)
            feed(letter)
            guard text.count > limit else { continue }
            clear()
            Jamo.letters(of: before.1).forEach(feed)
            committed = before.0
        }
    }

    private func feed(_ letter: Character) {
        guard let key = TwoSetKeyboard.keys[letter] else {
            finish()
            committed.append(letter)
            return
        }
        hangul_ic_process(context, Int32(key))
        committed += Self.string(hangul_ic_get_commit_string(context))
        preedit = Self.string(hangul_ic_get_preedit_string(context))
    }

    /// Takes the last letter of the syllable back, or the last finished syllable.
    public func backspace() {
        if hangul_ic_backspace(context) {
            preedit = Self.string(hangul_ic_get_preedit_string(context))
        } else if !committed.isEmpty {
            committed.removeLast()
        }
    }

    /// Finishes the syllable that is being composed.
    public func finish() {
        committed += Self.string(hangul_ic_flush(context))
        preedit = ""
    }

    /// Forgets everything.
    public func clear() {
        hangul_ic_reset(context)
        (committed, preedit) = ("", "")
    }

    /// Reads a string of UCS-4 code points that ends with zero.
    private static func string(_ start: UnsafePointer<ucschar>?) -> String {
        guard var next = start else { return "" }
        var text = String.UnicodeScalarView()
        while let scalar = Unicode.Scalar(next.pointee), scalar.value != 0 {
            text.append(scalar)
            next += 1
        }
        return String(text)
    }
}

/// Why Hangul cannot be composed.
public enum HangulComposerError: Error, Equatable, Sendable {
    /// libhangul does not know the keyboard, or memory ran out.
    case noTwoSetKeyboard
}

/// Where the letters are on the two-set keyboard (KS X 5002), as libhangul wants to hear of them.
enum TwoSetKeyboard {
    /// The ASCII letter that stands on the key of a Hangul letter; capitals are shifted.
    static let keys: [Character: UInt8] = {
        let letters = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"
        let keys = "qwertyuiopasdfghjklzxcvbnmQWERTOP"
        return Dictionary(uniqueKeysWithValues: zip(letters, keys.utf8))
    }()
}
