import Foundation

/// The class that is on, and when that changes next. Only a known clock and a timetable that is still believed say so.
public struct ClassHours: Equatable, Sendable {
    public let running: ClassSession?
    public let nextChange: Date

    public init(_ state: WallState, at now: Date) {
        guard let published = state.facts.classesPublishedAt, state.trust == .known,
            let age = AgeRule.classes.age(issuedAt: published, at: now, state.trust)
        else {
            (running, nextChange) = (nil, .distantFuture)
            return
        }
        let sessions = state.facts.classes
        running = sessions.filter { $0.startsAt <= now && now < $0.endsAt }.max { $0.startsAt < $1.startsAt }
        let bounds = sessions.flatMap { [$0.startsAt, $0.endsAt] } + [age.disappearsAt].compactMap { $0 }
        nextChange = bounds.filter { $0 > now }.min() ?? .distantFuture
    }
}
