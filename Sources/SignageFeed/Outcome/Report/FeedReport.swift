/// What one file amounts to, for people and scripts that look into a feed.
public struct FeedReport: Encodable, Equatable, Sendable {
    public enum Status: String, Encodable, Sendable { case ok, empty, partial, error }

    public struct Trouble: Encodable, Equatable, Sendable {
        /// The service's own code, e.g. `22`, or a short word.
        public var code: String
        public var permanent: Bool
        /// Seconds, or `next-korean-day`.
        public var retryAfter: String?

        private enum CodingKeys: String, CodingKey {
            case code, permanent
            case retryAfter = "retry_after"
        }
    }

    /// The file's name as it was given.
    public var file: String
    public var status: Status
    public var error: Trouble?
    public var items: [ReportValue]
    public var problems: [FeedProblem]

    /// The report on a file that could not be read at all.
    public static func unreadable(_ file: String) -> FeedReport {
        FeedReport(file, FeedOutcome<[ReportValue]>.failed(FeedError(.unreachable))) { $0 }
    }

    private enum CodingKeys: String, CodingKey { case file, status, error, items, problems }

    /// Writes `{"file", "status", "error", "items", "problems"}`, the error as null when there is none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(file, forKey: .file)
        try container.encode(status, forKey: .status)
        try container.encode(error, forKey: .error)
        try container.encode(items, forKey: .items)
        try container.encode(problems, forKey: .problems)
    }

    /// Makes the report of an outcome.
    init<Value: Sendable>(_ file: String, _ outcome: FeedOutcome<Value>, _ items: (Value) -> [ReportValue]) {
        (self.file, self.items, problems) = (file, outcome.value.map(items) ?? [], [])
        switch outcome {
        case .ok: status = .ok
        case .empty: status = .empty
        case .partial(_, let found): (status, problems) = (.partial, found)
        case .failed(let failure):
            status = .error
            error = Trouble(failure)
        }
    }
}

extension FeedReport.Trouble {
    init(_ error: FeedError) {
        (code, permanent) = (error.code.description, error.permanent)
        if case .service(let code) = error.code { self.code = code }
        switch error.retryAfter {
        case .none: retryAfter = nil
        case .seconds(let seconds): retryAfter = "\(seconds)"
        case .untilNextKoreanDay: retryAfter = "next-korean-day"
        }
    }
}
