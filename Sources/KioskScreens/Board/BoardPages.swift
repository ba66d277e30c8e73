import Foundation
import SignageFeed

/// Cuts what is read from the street into pieces that stand on a board at once.
enum BoardPages {
    /// Two lines of twelve syllables of 160 mm, less what breaking at words costs.
    static let room = 20.0

    /// At least one piece; cut at spaces, inside a word only when it alone is wider than two lines.
    static func split(_ text: String) -> [String] {
        var pages: [String] = []
        var page = ""
        for word in text.split(whereSeparator: \.isWhitespace).flatMap({ pieces(of: String($0)) }) {
            let longer = page.isEmpty ? word : page + " " + word
            if !page.isEmpty, width(of: longer) > room {
                pages.append(page)
                page = word
            } else {
                page = longer
            }
        }
        return page.isEmpty && !pages.isEmpty ? pages : pages + [page]
    }

    /// In syllables: letters of the alphabets are a little over half as wide.
    static func width(of text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 0.58 : 1) }
    }

    private static func pieces(of word: String) -> [String] {
        guard width(of: word) > room else { return [word] }
        var pieces: [String] = []
        var piece = ""
        for character in word {
            if width(of: piece + String(character)) > room {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return pieces + [piece]
    }

    /// Each piece has at least these seconds.
    static let shortest = 3

    /// How long each of the pieces stands.
    static func seconds(_ pages: [String]) -> Int {
        max(shortest, pages.map { ReadingTime.seconds(for: $0) }.max() ?? shortest)
    }

    /// Which of them is on; they follow each other from `since` on, and begin anew.
    static func turn(_ pages: [String], since: Date, at now: Date) -> Int {
        let into = max(0, Int(min(1e12, now.timeIntervalSince(since)).rounded(.down)))
        return into / seconds(pages) % max(1, pages.count)
    }
}
