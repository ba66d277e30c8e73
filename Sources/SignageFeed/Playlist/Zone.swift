/// A part of the screen that content is put in; a layout says where it lies.
public struct Zone: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let main = Zone(rawValue: "main")
    public static let side = Zone(rawValue: "side")
    /// One line at the edge.
    public static let strip = Zone(rawValue: "strip")
}
