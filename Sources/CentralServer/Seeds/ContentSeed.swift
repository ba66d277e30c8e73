import Foundation

/// An item that every demo municipality's playlist begins with.
public struct ContentSeed: Codable, Equatable, Sendable {
    /// As a playlist spells it.
    public var kind: String
    public var title: String?
    public var text: String?
    public var steps: [String]?
    public var caption: String?
    /// A picture or a PDF beside the seeds.
    public var file: String?
    /// Days from the day of loading until the last day to apply.
    public var applyInDays: Int?
    public var weekdays: [String]?
    public var from: String?
    public var to: String?
    public var priority: Int?
    public var share: Int?
}
