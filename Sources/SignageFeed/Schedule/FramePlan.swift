import Foundation

/// What is on the wall at an instant, why, and when that can change next.
public struct FramePlan: Equatable, Sendable {
    public var at: Date
    /// One for each zone of the screen; none is ever empty. Still told while something covers them.
    public var zones: [ZonePlan]
    public var cover: Cover?
    /// The strip of an alert that leaves the content visible.
    public var banner: AlertPlan?
    /// Alerts that wait until the room is free, or until a graver one has ended.
    public var waitingAlerts: Int
    /// Until then, and as long as the state is the same, the answer stays.
    public var nextChange: Date

    /// What has the whole screen in place of the content.
    public enum Cover: Equatable, Sendable {
        case alert(AlertPlan)
        case activity(Activity)
    }
}

/// What one zone shows.
public struct ZonePlan: Equatable, Sendable {
    public var zone: Zone
    public var shown: Shown
    /// Since when it is on, and until when if nothing comes between.
    public var since: Date
    public var until: Date
    /// Counted from 0.
    public var page: Int
    public var pages: Int
    /// nil for what does not age.
    public var age: GlassAge?
    public var reasons: PlanReasons

    public enum Shown: Equatable, Sendable {
        case item(String)
        /// Our own card, for when nothing else may be shown.
        case house(HouseCard)
    }
}

/// Cards that need no office, no network and no clock.
public enum HouseCard: String, CaseIterable, Sendable { case greeting, invitation, stretching, water }

/// Why a zone shows what it shows.
public struct PlanReasons: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Its turn among its equals.
    public static let rotation = PlanReasons(rawValue: 1)
    /// It stands above others, which have their turn less often.
    public static let priority = PlanReasons(rawValue: 2)
    /// The part that is kept for what stands below.
    public static let lowerTurn = PlanReasons(rawValue: 4)
    /// Its share of the time.
    public static let share = PlanReasons(rawValue: 8)
    /// The one whose turn it is cannot be shown.
    public static let standIn = PlanReasons(rawValue: 16)
    /// No item may run now.
    public static let nothingScheduled = PlanReasons(rawValue: 32)
    public static let suspectClock = PlanReasons(rawValue: 64)
    public static let unknownClock = PlanReasons(rawValue: 128)
    /// Something has the screen; it goes on afterwards.
    public static let paused = PlanReasons(rawValue: 256)

    /// For logs and proofs.
    public var codes: [String] {
        Self.names.enumerated().filter { rawValue & (1 << UInt16($0.offset)) != 0 }.map(\.element)
    }

    private static let names = [
        "rotation", "priority", "lower-turn", "share", "stand-in", "nothing-scheduled", "suspect-clock",
        "unknown-clock", "paused",
    ]
}
