/// As the reference tables know it.
public enum Sex: String, Codable, Sendable, CaseIterable { case female = "F", male = "M" }
