/// What one answer of a source amounts to.
public enum FeedOutcome<Value: Sendable>: Sendable {
    case ok(Value)
    /// The source works and has nothing now.
    case empty
    /// Usable, with what could not be read.
    case partial(Value, [FeedProblem])
    case failed(FeedError)

    /// The value, if there is one.
    public var value: Value? {
        switch self {
        case .ok(let value), .partial(let value, _): value
        case .empty, .failed: nil
        }
    }

    /// `ok` without problems, `partial` with them.
    static func read(_ value: Value, _ problems: [FeedProblem]) -> Self {
        problems.isEmpty ? .ok(value) : .partial(value, problems)
    }

    /// The same outcome with one problem more; what has no value stays as it is.
    func adding(_ problem: FeedProblem) -> Self {
        switch self {
        case .ok(let value): .partial(value, [problem])
        case .partial(let value, let problems): .partial(value, problems + [problem])
        case .empty, .failed: self
        }
    }

    /// The same outcome around another value.
    func map<Other: Sendable>(_ transform: (Value) -> Other) -> FeedOutcome<Other> {
        switch self {
        case .ok(let value): .ok(transform(value))
        case .empty: .empty
        case .partial(let value, let problems): .partial(transform(value), problems)
        case .failed(let error): .failed(error)
        }
    }
}

extension FeedOutcome: Equatable where Value: Equatable {}

extension FeedOutcome: Encodable where Value: Encodable {
    private enum Key: String, CodingKey { case outcome, content, problems, error }

    /// Writes `{"outcome":"ok|empty|partial|failed", "content":…, "problems":[…], "error":{…}}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .ok(let value):
            try container.encode("ok", forKey: .outcome)
            try container.encode(value, forKey: .content)
        case .empty:
            try container.encode("empty", forKey: .outcome)
        case .partial(let value, let problems):
            try container.encode("partial", forKey: .outcome)
            try container.encode(value, forKey: .content)
            try container.encode(problems, forKey: .problems)
        case .failed(let error):
            try container.encode("failed", forKey: .outcome)
            try container.encode(error, forKey: .error)
        }
    }
}
