/// Reads one item of a playlist.
enum ItemReader {
    static func item(_ id: String, _ members: inout ItemMembers) throws(PlaylistProblem.Reason) -> SignageItem {
        let kind = try members.text("kind", limit: 40)
        let content = try ContentReader.content(kind, &members)
        // What a newer kind's members mean is not ours to judge.
        if case .unknown = content { return SignageItem(id: id, content: content) }
        var item = SignageItem(id: id, content: content, window: try window(&members))
        item.priority = try members.number("priority", in: 0...9) ?? 0
        item.share = try members.number("share", in: 1...50)
        item.seconds = try members.number("seconds", in: 5...600)
        item.screens = Set(try members.texts("screens"))
        let zones = try members.texts("zones").map { Zone(rawValue: $0) }
        if !zones.isEmpty { item.zones = zones }
        // A job that nobody can apply for any more is no news.
        if case .job(let posting) = content, let end = posting.applyBy { close(&item.window, end) }
        if case .course(let posting) = content, let end = posting.applyBy { close(&item.window, end) }
        if let member = members.leftOver { throw .unknownMember(member) }
        return item
    }

    private static func close(_ window: inout ShowWindow, _ end: CivilDay) {
        window.last = min(window.last ?? end, end)
    }

    private static func window(_ members: inout ItemMembers) throws(PlaylistProblem.Reason) -> ShowWindow {
        var window = ShowWindow(weekdays: try weekdays(&members), hours: try hours(&members))
        guard var days = try members.object("days") else { return window }
        (window.first, window.last) = (try days.day("first"), try days.day("last"))
        if let first = window.first, let last = window.last, last < first { throw .invalid("days") }
        guard days.leftOver == nil else { throw .invalid("days") }
        return window
    }

    private static func weekdays(_ members: inout ItemMembers) throws(PlaylistProblem.Reason) -> Weekdays {
        let names = try members.texts("weekdays")
        guard !names.isEmpty else { return .all }
        let days = names.compactMap { Weekdays(name: $0) }
        guard days.count == names.count else { throw .invalid("weekdays") }
        return Weekdays(days)
    }

    private static func hours(_ members: inout ItemMembers) throws(PlaylistProblem.Reason) -> DayHours? {
        guard var part = try members.object("hours") else { return nil }
        let (from, to) = (try part.text("from"), try part.text("to"))
        guard part.leftOver == nil, let hours = DayHours(from: from, to: to) else { throw .invalid("hours") }
        return hours
    }
}
