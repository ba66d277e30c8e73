/// A hand or a leg.
public enum BodySide: String, CaseIterable, Codable, Hashable, Sendable { case right, left }
