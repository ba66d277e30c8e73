/// A length on the panel. The theme turns it into pixels by the panel's pitch and the zoom.
public struct Millimetres: Hashable, Comparable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public let value: Double
    public init(_ value: Double) { self.value = value }
    public init(floatLiteral value: Double) { self.value = value }
    public init(integerLiteral value: Int) { self.value = Double(value) }
    public static func < (a: Millimetres, b: Millimetres) -> Bool { a.value < b.value }
    public static func + (a: Millimetres, b: Millimetres) -> Millimetres { Millimetres(a.value + b.value) }
    public static func * (a: Millimetres, factor: Double) -> Millimetres { Millimetres(a.value * factor) }
}

/// A rectangle of whole pixels.
public struct Rect: Hashable, Sendable {
    public var x, y, width, height: Int
    public init(x: Int, y: Int, width: Int, height: Int) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
    public var maxX: Int { x + width }
    public var maxY: Int { y + height }
    public func contains(x px: Int, y py: Int) -> Bool { px >= x && px < maxX && py >= y && py < maxY }
}

/// A point in a picture's own space: x to the right, y down, both 0…1 over the picture's box (scaled alike).
public struct UnitPoint: Hashable, Sendable {
    public var x, y: Double
    public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}

public struct Color: Hashable, Sendable {
    public var red, green, blue: UInt8
    public init(_ hex: UInt32) {
        (red, green, blue) = (UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF))
    }
}
