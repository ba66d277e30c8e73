import Foundation
import KioskUI

/// One thing that a board says at a time: what it is, the thing itself in few words, and its age.
struct BoardMessage: Equatable {
    var label: String
    var color: ColorRole
    var body: Body
    /// "9시에 발표한 예보예요"
    var foot: String?

    enum Body: Equatable {
        /// In pieces that follow each other; see ``BoardPages``.
        case words([String], since: Date)
        /// A large value beside its picture: "21°" and "구름 많음".
        case value(String, Icon, String)
        /// "603" and "6분 뒤", line by line.
        case rows([Row])
        case image(ImageID)
    }

    struct Row: Equatable {
        var name: String
        var value: String
    }

    /// A text that is read in one go or in pieces.
    static func words(
        _ text: String, label: String, color: ColorRole, foot: String? = nil, since: Date
    ) -> BoardMessage {
        BoardMessage(label: label, color: color, body: .words(BoardPages.split(text), since: since), foot: foot)
    }
}
