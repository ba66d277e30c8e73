import Foundation

/// A cell of the weather office's 5 km grid.
public struct KMAGrid: Codable, Equatable, Sendable {
    /// 1–149, west to east.
    public let nx: Int
    /// 1–253, south to north.
    public let ny: Int

    /// The cell of these numbers, nil outside of the grid.
    public init?(nx: Int, ny: Int) {
        guard (1...149).contains(nx), (1...253).contains(ny) else { return nil }
        (self.nx, self.ny) = (nx, ny)
    }

    /// The cell of a place (WGS 84 degrees), nil when it lies outside the grid.
    ///
    /// Lambert conformal conic projection of the weather office's guide: earth radius 6371.00877 km, standard parallels
    /// 30° and 60°, origin 126° E 38° N at cell 43, 136.
    public init?(latitude: Double, longitude: Double) {
        guard (-80...80).contains(latitude), (-180...180).contains(longitude) else { return nil }
        let rho = Self.scale / pow(tan(.pi / 4 + Self.radians(latitude) / 2), Self.cone)
        let theta = Self.radians(longitude - 126) * Self.cone
        let x = (rho * sin(theta) + 43 + 0.5).rounded(.down)
        let y = (Self.originRadius - rho * cos(theta) + 136 + 0.5).rounded(.down)
        guard (1...149).contains(x), (1...253).contains(y) else { return nil }
        (nx, ny) = (Int(x), Int(y))
    }

    private static let cone: Double = {
        let (first, second) = (radians(30), radians(60))
        let ratio = tan(.pi / 4 + second / 2) / tan(.pi / 4 + first / 2)
        return log(cos(first) / cos(second)) / log(ratio)
    }()

    /// In cells.
    private static let scale = 6371.00877 / 5 * cos(radians(30)) * pow(tan(.pi / 4 + radians(30) / 2), cone) / cone
    private static let originRadius = scale / pow(tan(.pi / 4 + radians(38) / 2), cone)

    private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}
