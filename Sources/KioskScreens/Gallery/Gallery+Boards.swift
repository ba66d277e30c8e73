import Foundation
import SignageFeed

/// Each kind of content as an LED board says it.
extension Gallery {
    public var boards: [Piece] {
        var board = self
        board.setup.panel = .board
        return board.boardPieces
    }

    private var boardPieces: [Piece] {
        Self.contents.map { name, content in
            piece("board-" + name) { $0.show(SignageItem(id: name, content: content)) }
        } + [
            piece("board-house") { app in
                app.wall.signage.install(Playlist(items: []))
                app.wall.signage.look(at: Self.now.wall, activity: nil)
            },
            piece("board-title-long") { app in
                let title = "어르신 운전면허를 반납하시면 교통카드를 드려요, 가까운 주민 센터로 오세요"
                app.show(SignageItem(id: "long", content: .notice(title: title, text: "")))
            },
            alerting("board-alert", .severe, event: "산사태 경보", Self.landslide),
            alerting("board-alert-long", .extreme, event: "지진 해일", Self.tsunami),
            alerting("board-strip", .moderate, event: "한파 안내", Self.cold),
        ]
    }
}
