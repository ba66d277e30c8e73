import Foundation

/// One question over the network, as whoever has a network must ask it.
public struct FeedRequest: Equatable, Sendable {
    public var address: FeedAddress
    /// What was answered last time; sent as If-None-Match and If-Modified-Since.
    public var validators: FeedValidators

    /// Header fields to send.
    public var headers: [(name: String, value: String)] {
        [("If-None-Match", validators.entityTag), ("If-Modified-Since", validators.lastModified)]
            .compactMap { name, value in value.map { (name, $0) } }
    }
}

/// By what a server recognises that nothing is new.
public struct FeedValidators: Codable, Equatable, Sendable {
    public var entityTag: String?
    public var lastModified: String?

    /// Values beyond any honest length, or with line ends, are not sent back.
    public init(entityTag: String? = nil, lastModified: String? = nil) {
        func kept(_ value: String?) -> String? {
            value.flatMap { $0.utf8.count <= 256 && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? $0 : nil }
        }
        (self.entityTag, self.lastModified) = (kept(entityTag), kept(lastModified))
    }
}

/// What came back, with redirects not yet followed.
public struct FeedAnswer: Equatable, Sendable {
    public var status: Int
    /// At most two megabytes.
    public var bytes: [UInt8]
    public var validators: FeedValidators
    /// The Retry-After field as it came.
    public var retryAfter: String?
    /// The Location field as it came.
    public var location: String?

    public init(
        status: Int, bytes: [UInt8], validators: FeedValidators = FeedValidators(), retryAfter: String? = nil,
        location: String? = nil
    ) {
        (self.status, self.bytes, self.validators) = (status, bytes, validators)
        (self.retryAfter, self.location) = (retryAfter, location)
    }
}

extension FeedAnswer {
    /// Seconds to stay away by the Retry-After field, in seconds or as a date; at most a day. nil when it says nothing.
    func patience(at now: Date) -> Int? {
        guard let retryAfter else { return nil }
        let text = retryAfter.trimmingCharacters(in: .whitespaces)
        let seconds = Int(text) ?? KoreanTime.instant(text).map { Int($0.timeIntervalSince(now).rounded(.up)) }
        return seconds.map { min(86_400, max(1, $0)) }
    }
}
