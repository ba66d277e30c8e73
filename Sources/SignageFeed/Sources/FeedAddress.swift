import Foundation

/// A URL that may hold a key. Whatever prints, logs or dumps it sees scheme and host alone; the one who goes there asks
/// for ``exposed`` by name.
public struct FeedAddress: Equatable, Sendable {
    /// With the key. Not for logs.
    public let exposed: URL
    /// A key is in it, so nobody else may be told of it.
    public let isSecret: Bool

    init(_ url: URL, isSecret: Bool) { (exposed, self.isSecret) = (url, isSecret) }

    /// Where a redirect leads. A secret address stays with its host and never leaves TLS; nothing else than HTTP is
    /// followed. nil for what is refused.
    func redirected(to location: String) -> FeedAddress? {
        guard let target = URL(string: location, relativeTo: exposed)?.absoluteURL, let scheme = target.scheme,
            scheme == "https" || (scheme == "http" && exposed.scheme == "http"), target.host() != nil
        else { return nil }
        guard !isSecret || target.host() == exposed.host() else { return nil }
        return FeedAddress(target, isSecret: isSecret)
    }
}

extension FeedAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(exposed.scheme ?? "")://\(exposed.host() ?? "")/…" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}
