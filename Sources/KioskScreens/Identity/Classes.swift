import Foundation
import KioskUI
import SignageFeed

/// Today's classes, in order; under a short list the room shows its tea table.
enum Classes {
    static func view(_ sessions: [ClassSession], page: Int, _ look: Look) -> View {
        let today = sessions.filter { look.calendar.isDate($0.startsAt, inSameDayAs: look.now.wall) }
            .sorted { $0.startsAt < $1.startsAt }
        let cards = today.map { card($0, look) }
        return Page(
            sentence: today.isEmpty ? look.words.wall.noClass : look.words.wall.todaysClass,
            story: .listed(cards, picture: .teaTable, look, page: page)
        ).view(look)
    }

    private static func card(_ session: ClassSession, _ look: Look) -> View {
        let isOver = session.endsAt <= look.now.wall
        return .told(
            isOver ? .check : .music, title: look.words.classLine(session, look.calendar),
            caption: look.words.classPlace(session), ground: isOver ? .paper : .mint)
    }
}
