import Foundation

/// Where a centre stands, for the question whether an alert means it.
public struct AlertSite: Codable, Equatable, Sendable {
    public var place: AlertMessage.Point
    /// Code of its legal neighbourhood (법정동), ten digits.
    public var code: String
    /// E.g. `충청북도 옥천군 옥천읍`.
    public var region: String

    public init(place: AlertMessage.Point, code: String, region: String) {
        (self.place, self.code, self.region) = (place, code, region)
    }

    enum Match: Int, Comparable {
        case outside
        /// The area could not be read; somebody must look.
        case uncertain
        case inside
        static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
    }

    /// Whether a block means this site: any of its areas is enough. Without any area it means everybody.
    func match(_ info: AlertMessage.Info) -> Match {
        info.areas.map { match($0) }.max() ?? .inside
    }

    private func match(_ area: AlertMessage.Area) -> Match {
        let isInside =
            area.codes.contains(where: covers) || area.polygons.contains { Self.contains($0, place) }
            || area.circles.contains { Self.distance($0.centre, place) <= $0.radius } || isNamed(area.name)
        if isInside { return .inside }
        let isReadable = !area.polygons.isEmpty || !area.circles.isEmpty || area.codes.contains(where: Self.isCode)
        return area.hasBrokenShape && !isReadable ? .uncertain : .outside
    }

    private static func isCode(_ text: String) -> Bool {
        text.count == 10 && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// A code with zeros at its end means all below it: province (2), district (5), town (8), village (10).
    private func covers(_ other: String) -> Bool {
        guard Self.isCode(other), Self.isCode(code) else { return false }
        let (wide, narrow) = (Self.significant(other), Self.significant(code))
        return narrow.hasPrefix(wide) || wide.hasPrefix(narrow)
    }

    private static func significant(_ code: String) -> Substring {
        let length = [2, 5, 8].first { code.dropFirst($0).allSatisfy { $0 == "0" } } ?? 10
        return code.prefix(length)
    }

    /// `충청북도 전체` means the province; `충청북도 옥천군` the county and every town of it.
    private func isNamed(_ name: String) -> Bool {
        let words = name.split(separator: " ").filter { $0 != "전체" }
        let own = region.split(separator: " ")
        guard !words.isEmpty, !own.isEmpty else { return false }
        return own.starts(with: words) || words.starts(with: own)
    }

    /// By counting the edges that a ray to the east crosses.
    private static func contains(_ polygon: [AlertMessage.Point], _ point: AlertMessage.Point) -> Bool {
        zip(polygon, polygon.dropFirst()).reduce(false) { isInside, edge in
            let (a, b) = edge
            guard (a.latitude > point.latitude) != (b.latitude > point.latitude) else { return isInside }
            let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
            let crossing = a.longitude + share * (b.longitude - a.longitude)
            return point.longitude < crossing ? !isInside : isInside
        }
    }

    /// Kilometres on a sphere.
    private static func distance(_ a: AlertMessage.Point, _ b: AlertMessage.Point) -> Double {
        let radians = Double.pi / 180
        let (north, east) = ((b.latitude - a.latitude) * radians, (b.longitude - a.longitude) * radians)
        let height =
            pow(sin(north / 2), 2) + cos(a.latitude * radians) * cos(b.latitude * radians) * pow(sin(east / 2), 2)
        return 2 * 6_371 * asin(min(1, height.squareRoot()))
    }
}
