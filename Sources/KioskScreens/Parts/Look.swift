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
}

typealias View = Node<AppEvent>
