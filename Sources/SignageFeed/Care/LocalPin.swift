import Foundation

/// The one paper notice that a supporter photographed and put up, without the office.
public struct LocalPin: Codable, Equatable, Sendable {
    public var picture: ContentHash
    /// What it is about, in one line: for boards, and for those who cannot read the photograph.
    public var title: String
    public var pinnedAt: Date
    /// The last day on which it is shown.
    public var last: CivilDay

    public init(picture: ContentHash, title: String, pinnedAt: Date, last: CivilDay) {
        (self.picture, self.title, self.pinnedAt, self.last) = (picture, title, pinnedAt, last)
    }

    /// Its last day has ended, by a clock that can be believed.
    public func isOver(at now: Date, _ trust: ClockTrust) -> Bool { trust == .known && last < .today(at: now) }

    /// It is an item like others, for as long as its paper is good.
    public var item: SignageItem {
        SignageItem(id: "local-pin", content: .localPin(title: title, picture: picture), window: ShowWindow(last: last))
    }
}

/// The board with room for one paper. Kept as a ``DurableValue``, it survives a restart.
public struct LocalPinBoard: Codable, Equatable, Sendable {
    public private(set) var pin: LocalPin?

    public init() {}

    /// Why a paper is not put up.
    public enum Refusal: Error, Equatable, Sendable {
        /// There is one; it has to be taken off first.
        case occupied
        case noTitle
        /// It names people: see ``PersonalDataGuard``.
        case personalData([PersonalDataGuard.Finding])
        case endsBeforeToday
        /// The longest a paper may hang, in days.
        case tooLong(days: Int)
        /// Nobody knows what day it is, so nobody would know when it ends.
        case clockUnknown
    }

    /// Days that a paper may hang, today included.
    public static let longest = 31
    private static let titleLimit = 60

    /// Puts a paper up until the end of `last`.
    public mutating func put(
        _ picture: ContentHash, title: String, until last: CivilDay, at now: Date, _ trust: ClockTrust
    ) throws(Refusal) {
        guard trust != .unknown else { throw .clockUnknown }
        let title = CleanText.line(title, limit: Self.titleLimit)
        guard !title.isEmpty else { throw .noTitle }
        if case .hold(let findings) = PersonalDataGuard().review(title) { throw .personalData(findings) }
        let today = CivilDay.today(at: now)
        if let pin, pin.last >= today { throw .occupied }
        guard last >= today else { throw .endsBeforeToday }
        guard last.number - today.number < Self.longest else { throw .tooLong(days: Self.longest) }
        pin = LocalPin(picture: picture, title: title, pinnedAt: now, last: last)
    }

    /// Takes the paper off.
    public mutating func takeOff() { pin = nil }
}

extension CivilDay {
    /// The day in Korea.
    fileprivate static func today(at now: Date) -> CivilDay { CivilDay(second: now.wholeSecond + KoreanTime.offset) }
}
