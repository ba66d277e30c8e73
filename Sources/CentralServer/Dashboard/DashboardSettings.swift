/// How the dashboard is reached.
public struct DashboardSettings: Sendable {
    public var folders: DashboardFolders
    /// Pages come over TLS, here or at a proxy before us: cookies then never travel without it.
    public var isSecure: Bool
    /// A proxy of ours stands before us and says in `X-Forwarded-For` where a request came from.
    public var trustsProxy: Bool

    public init(folders: DashboardFolders, isSecure: Bool, trustsProxy: Bool) {
        (self.folders, self.isSecure, self.trustsProxy) = (folders, isSecure, trustsProxy)
    }
}
