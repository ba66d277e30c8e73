import Foundation

/// What the renderer found on the screen after presenting, or a while later when nothing had to be drawn.
public struct Presentation: Equatable, Sendable {
    /// Hash of the pixels that were presented, read back.
    public var pixels: UInt64
    /// Hash of a frame of the same size in which nothing is drawn.
    public var blank: UInt64
    /// Something else lies over the content.
    public var isCovered: Bool
    /// The caller knows that the screen does not follow: a dead frame source, a panel that sleeps.
    public var isStuck: Bool

    public init(pixels: UInt64, blank: UInt64, isCovered: Bool = false, isStuck: Bool = false) {
        (self.pixels, self.blank, self.isCovered, self.isStuck) = (pixels, blank, isCovered, isStuck)
    }

    /// Somebody in the room could see the content.
    public var isVisible: Bool { pixels != blank && !isCovered && !isStuck }
}

/// One stretch of time in which an item was visible.
public struct PlayRecord: Codable, Equatable, Sendable {
    public var item: String
    public var zone: String
    /// By the wall's clock, which may be wrong; see `isClockTrusted`.
    public var start: Date
    /// Whole seconds of the steady clock.
    public var seconds: Int
    /// Codes of ``PlanReasons``.
    public var reasons: [String]
    /// Of the first visible frame.
    public var pixels: UInt64
    public var isClockTrusted: Bool
    /// The same showing as the record before, cut so that a power cut does not cost hours.
    public var isContinued: Bool
}

/// How long an item was visible on a day.
public struct PlayTotal: Codable, Equatable, Sendable, Identifiable {
    /// `yyyy-MM-dd` in Korea.
    public var day: String
    public var item: String
    public var seconds: Int
    public var times: Int

    public init(day: String, item: String, seconds: Int, times: Int) {
        (self.day, self.item, self.seconds, self.times) = (day, item, seconds, times)
    }

    /// The same whenever it is told again after a restart, so that it counts once.
    public var id: String { "plays/\(day)/\(item)" }
}
