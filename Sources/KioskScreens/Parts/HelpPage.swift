import KioskUI

/// Help: a supporter is called, and the screen can be made easier to read.
enum HelpPage {
    static func view(_ look: Look) -> View {
        let words = look.words.help
        return Page(
            sentence: words.sentence,
            body: [
                .illustration(.helper),
                .saying(words.advice, ground: .mint),
                .button(words.display, icon: .zoomIn, id: "display", kind: .secondary, event: .start(.displayTapped)),
                .button(words.staff, icon: .lock, id: "staff", kind: .secondary, event: .staff(.erased)),
                .button(words.close, icon: .done, id: "close-help", kind: .primary, event: .helpClosed),
            ]
        ).view(look)
    }
}

/// Nobody there? Asked before anything personal leaves the screen.
enum IdleWarning {
    static func view(_ left: Duration, _ look: Look) -> View {
        let words = look.words.idle
        return Page(
            sentence: words.sentence,
            body: [
                .box(
                    BoxStyle(ground: .sun, edge: .clay),
                    .column(
                        spacing: 2, .center,
                        [
                            .text(
                                look.words.countdownSeconds(left),
                                TextStyle(.value(60), align: .center, fixedDigits: true))
                        ])),
                .saying(words.explanation),
                .button(words.stay, icon: .check, id: "stay", kind: .primary, event: .stayTapped),
            ]
        ).view(look)
    }
}
