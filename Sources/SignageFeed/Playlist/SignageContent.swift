/// What an item shows. There is no case for an alert: its frame comes from ``AlertPlan`` alone, which only a message that
/// went through ``AlertLedger`` can make.
public enum SignageContent: Equatable, Sendable {
    case weather(WeatherView)
    /// The next buses at the stop outside.
    case buses
    /// The notices that feeds brought; each becomes an item of its own.
    case noticeFeed
    case notice(title: String, text: String)
    case job(Posting)
    case course(Posting)
    /// A page of the newsletter as a picture; pages count from 1.
    case newsletter(title: String, page: Int, picture: ContentHash)
    case classOfToday
    /// The heat, cold or air advice that holds now.
    case care
    /// A small exercise for everybody in the room.
    case practice(title: String, steps: [String])
    case picture(ContentHash, caption: String?)
    /// A paper notice that a supporter photographed.
    case localPin(title: String, picture: ContentHash)
    /// Moving pictures of a source that may be late, wrong or dead.
    case frames(source: String)
    /// A kind that this version does not know: kept, reported, never shown.
    case unknown(kind: String)

    public enum WeatherView: String, Sendable { case today, tomorrow, week }

    /// A job or a course that one can apply for.
    public struct Posting: Equatable, Sendable {
        public var title: String
        /// Who offers it, where, and how to apply; plain text.
        public var text: String
        /// The last day to apply, for the words beside it.
        public var applyBy: CivilDay?

        public init(title: String, text: String, applyBy: CivilDay? = nil) {
            (self.title, self.text, self.applyBy) = (title, text, applyBy)
        }
    }

    /// The file without which it cannot be shown.
    public var picture: ContentHash? {
        switch self {
        case .newsletter(_, _, let picture), .picture(let picture, _), .localPin(_, let picture): picture
        default: nil
        }
    }
}
