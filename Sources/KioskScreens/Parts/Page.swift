import KioskUI

/// What a personal screen holds: one sentence first, the story, what to do. ``PageLayout`` gives each its place.
struct Page {
    /// Whose page it is or what it is about, in the quiet ink.
    var caption: String?
    var sentence: String
    /// True when the sentence says why it does not go on.
    private(set) var isObjection = false
    /// What belongs above the story in portrait, and beside it in landscape.
    var facts: [View] = []
    /// One picture, one number, one keyboard or one list: it takes the room there is.
    var story: View?
    /// Left out of the page when there is no room for it.
    var isStoryOptional = false
    /// A word or two of advice.
    var advice: [View] = []
    /// Two small ways out of the ordinary, side by side.
    var asides: [Action] = []
    /// At most two buttons, the first for what most will want.
    var actions: [Action] = []
    /// What the kiosk is doing; it stands where the buttons will be.
    var progress: String?
    /// Marks a screen on which a simulated instrument takes part.
    var isSimulated = false
    var landscape = Landscape.aside

    /// How a wide panel is used.
    enum Landscape {
        /// Words and buttons to the left, the story to the right.
        case aside
        /// The story over the whole width, below the words.
        case below
    }

    /// A button at the end of a page.
    struct Action {
        var word: String
        var icon: Icon
        var id: TouchID
        var kind: ButtonKind = .secondary
        var event: AppEvent
    }

    /// Puts an objection, if there is one, in the sentence's place.
    mutating func object(_ objection: String?) {
        guard let objection else { return }
        (sentence, isObjection) = (objection, true)
    }

    func view(_ look: Look) -> View {
        let (roomy, compact) = (
            PageLayout(page: self, words: look.words, isCompact: false),
            PageLayout(page: self, words: look.words, isCompact: true)
        )
        let beside = [
            roomy.aside, compact.aside, roomy.underHead, compact.underHead, compact.stacked, compact.oneLine,
            compact.buttonsBeside,
        ]
        let below = [
            roomy.stacked, compact.stacked, compact.oneLine, compact.underHead, compact.aside, compact.buttonsBeside,
        ]
        let bare = isStoryOptional ? [roomy.bare, compact.bare] : []
        return .oriented(
            portrait: .firstFitting([roomy.upright, compact.upright] + bare),
            landscape: .firstFitting((landscape == .aside ? beside : below) + bare))
    }
}
