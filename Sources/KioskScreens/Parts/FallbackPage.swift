import KioskUI

/// What the panel shows when the kiosk itself cannot run: one kind sentence, nothing to touch.
public enum FallbackPage {
    public static func view(_ look: Look) -> Node<AppEvent> {
        .column(
            spacing: 0, .stretch,
            [
                .lattice(height: 15),
                .flex(
                    1,
                    .box(
                        BoxStyle(corner: 0, padding: 12),
                        .column(
                            spacing: 10, .stretch,
                            [
                                .spacer, .picture(.restingPerson, height: 120),
                                .text(look.words.fallback.sentence, TextStyle(.title, align: .center)),
                                .text(look.words.fallback.advice, TextStyle(.body, align: .center)),
                                .spacer,
                            ]))),
            ])
    }
}
