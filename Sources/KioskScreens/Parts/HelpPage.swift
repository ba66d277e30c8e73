import KioskUI

/// Help: a supporter is called, and the screen can be made easier to read.
enum HelpPage {
    static func view(_ look: Look) -> View {
        let words = look.words.help
        return Page(
            sentence: words.sentence, story: .illustration(.helper), isStoryOptional: true,
            advice: [.optional(priority: 5, .saying(words.advice, ground: .mint))],
            asides: [
                .init(word: words.display, icon: .zoomIn, id: "display", event: .start(.displayTapped)),
                .init(word: words.staff, icon: .lock, id: "staff", event: .staff(.erased)),
            ],
            actions: [.init(word: words.close, icon: .done, id: "close-help", kind: .primary, event: .helpClosed)]
        ).view(look)
    }
}

/// Nobody there? Asked before anything personal leaves the screen.
enum IdleWarning {
    static func view(_ left: Duration, _ look: Look) -> View {
        let words = look.words.idle
        return Page(
            sentence: words.sentence,
            story: .furniture(look.words.countdownSeconds(left), unit: nil, ground: .sun),
            advice: [.optional(priority: 5, .saying(words.explanation))],
            actions: [.init(word: words.stay, icon: .check, id: "stay", kind: .primary, event: .stayTapped)]
        ).view(look)
    }
}
