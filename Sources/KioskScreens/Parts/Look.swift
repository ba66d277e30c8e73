import FitnessMeasure
import Foundation
import KioskUI

/// What every view needs beside its own state.
public struct Look: Sendable {
    public var words: Words
    public var now: Moment
    /// The centre's zone: `Asia/Seoul`.
    public var calendar: Calendar
    public var centreName: String

    public init(words: Words, now: Moment, calendar: Calendar, centreName: String) {
        (self.words, self.now, self.calendar, self.centreName) = (words, now, calendar, centreName)
    }

    /// A sentence of the data files in the language of the words.
    func text(_ text: LocalText) -> String { text[words.language] }
}

typealias View = Node<AppEvent>
