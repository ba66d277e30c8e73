import Foundation

/// A job that the office offers to seniors, e.g. of the senior employment programme.
public struct JobOffer: Codable, Equatable, Sendable, Identifiable {
    public var id: String
    public var title: String
    public var employer: String?
    public var place: String?
    /// As the office wrote it, e.g. `월 29만 원`.
    public var pay: String?
    /// E.g. `월·수·금 09:00–12:00`.
    public var hours: String?
    /// Whom to ask.
    public var contact: String?
    /// The last instant of the application; open when absent.
    public var closesAt: Date?
    public var text: String

    public init(
        id: String, title: String, employer: String? = nil, place: String? = nil, pay: String? = nil,
        hours: String? = nil, contact: String? = nil, closesAt: Date? = nil, text: String = ""
    ) {
        (self.id, self.title, self.employer, self.place) = (id, title, employer, place)
        (self.pay, self.hours, self.contact) = (pay, hours, contact)
        (self.closesAt, self.text) = (closesAt, text)
    }

    /// Whether one can still apply at `now`.
    public func isOpen(at now: Date) -> Bool { closesAt.map { now <= $0 } ?? true }
}

/// A course that people apply for, with its days of application.
public struct Course: Codable, Equatable, Sendable, Identifiable {
    public var id: String
    public var title: String
    public var place: String?
    public var instructor: String?
    public var hours: String?
    public var fee: String?
    public var contact: String?
    public var startsAt: Date?
    public var endsAt: Date?
    /// From when until when one applies; open on the sides that are absent.
    public var opensAt: Date?
    public var closesAt: Date?
    public var text: String

    public init(
        id: String, title: String, place: String? = nil, instructor: String? = nil, hours: String? = nil,
        fee: String? = nil, contact: String? = nil, startsAt: Date? = nil, endsAt: Date? = nil, opensAt: Date? = nil,
        closesAt: Date? = nil, text: String = ""
    ) {
        (self.id, self.title, self.place, self.instructor) = (id, title, place, instructor)
        (self.hours, self.fee, self.contact, self.startsAt) = (hours, fee, contact, startsAt)
        (self.endsAt, self.opensAt, self.closesAt, self.text) = (endsAt, opensAt, closesAt, text)
    }

    /// Whether one can apply at `now`.
    public func isOpen(at now: Date) -> Bool {
        (opensAt.map { $0 <= now } ?? true) && (closesAt.map { now <= $0 } ?? true)
    }
}
