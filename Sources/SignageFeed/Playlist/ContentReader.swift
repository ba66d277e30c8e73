/// Reads what an item shows, by its kind.
enum ContentReader {
    static func content(_ kind: String, _ members: inout ItemMembers) throws(PlaylistProblem.Reason) -> SignageContent {
        switch kind {
        case "weather-today": return .weather(.today)
        case "weather-tomorrow": return .weather(.tomorrow)
        case "weather-week": return .weather(.week)
        case "buses": return .buses
        case "notices": return .noticeFeed
        case "notice":
            return .notice(title: try members.text("title"), text: try members.optionalText("text", limit: 4_000) ?? "")
        case "job": return .job(try posting(&members))
        case "course": return .course(try posting(&members))
        case "newsletter": return try newsletter(&members)
        case "class-of-today": return .classOfToday
        case "care": return .care
        case "practice": return try practice(&members)
        case "picture":
            return .picture(try members.hash("picture"), caption: try members.optionalText("caption"))
        case "frames": return .frames(source: try members.text("source", limit: 64))
        case "alert": throw .alertIsNoContent
        case "local-pin": throw .pinIsLocal
        default: return .unknown(kind: kind)
        }
    }

    private static func posting(
        _ members: inout ItemMembers
    ) throws(PlaylistProblem.Reason) -> SignageContent.Posting {
        SignageContent.Posting(
            title: try members.text("title"), text: try members.optionalText("text", limit: 4_000) ?? "",
            applyBy: try members.day("apply-by"))
    }

    private static func newsletter(_ members: inout ItemMembers) throws(PlaylistProblem.Reason) -> SignageContent {
        guard let page = try members.number("page", in: 1...999) else { throw .missing("page") }
        return .newsletter(title: try members.text("title"), page: page, picture: try members.hash("picture"))
    }

    private static func practice(_ members: inout ItemMembers) throws(PlaylistProblem.Reason) -> SignageContent {
        let title = try members.text("title")
        let steps = try members.texts("steps")
        guard !steps.isEmpty else { throw .missing("steps") }
        return .practice(title: title, steps: steps)
    }
}
