/// How the dashboard is reached.
public struct DashboardSettings: Sendable {
    public var folders: DashboardFolders
    /// Pages come over TLS, here or at a proxy before us: cookies then never travel without it.
    public var isSecure: Bool
    /// The proxies of ours that say in `X-Forwarded-For` where a request came from.
    public var proxies: ProxyAddresses

    public init(folders: DashboardFolders, isSecure: Bool, proxies: ProxyAddresses) {
        (self.folders, self.isSecure, self.proxies) = (folders, isSecure, proxies)
    }
}
