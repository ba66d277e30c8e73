import Foundation

/// Where a centre stands, for the question whether an alert means it. What is not known is not asked.
public struct AlertSite: Codable, Equatable, Sendable {
    public var place: AlertMessage.Point?
    /// Code of its legal neighbourhood (법정동), ten digits; told from the region's name when absent.
    public var code: String?
    /// E.g. `충청북도 옥천군 옥천읍`.
    public var region: String

    public init(place: AlertMessage.Point? = nil, code: String? = nil, region: String = "") {
        (self.place, self.code, self.region) = (place, code, region)
    }

    enum Match: Int, Comparable {
        case outside
        /// The area could not be read; somebody must look.
        case uncertain
        case inside
        static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
    }

    /// Whether a block means this site: any of its areas is enough. Without any area it means everybody, and a kiosk that
    /// does not know where it stands takes every alert for its own.
    func match(_ info: AlertMessage.Info) -> Match {
        guard place != nil || code != nil || !region.isEmpty else { return .inside }
        return info.areas.map { match($0) }.max() ?? .inside
    }

    private func match(_ area: AlertMessage.Area) -> Match {
        let answers = [byCode(area), byShape(area), byName(area)]
        if answers.contains(.inside) { return .inside }
        return answers.contains(.outside) ? .outside : .uncertain
    }

    private func byCode(_ area: AlertMessage.Area) -> Match {
        guard let own = code.flatMap({ RegionCode($0) }) ?? RegionCode(region: region) else { return .uncertain }
        let codes = area.codes.compactMap { RegionCode($0) }
        if codes.contains(where: own.overlaps) { return .inside }
        return codes.isEmpty ? .uncertain : .outside
    }

    private func byShape(_ area: AlertMessage.Area) -> Match {
        guard let place else { return .uncertain }
        let isInside =
            area.polygons.contains { Self.contains($0, place) }
            || area.circles.contains { Self.distance($0.centre, place) <= $0.radius }
        if isInside { return .inside }
        return area.hasBrokenShape || area.polygons.isEmpty && area.circles.isEmpty ? .uncertain : .outside
    }

    /// `충청북도 전체` means the province; `충청북도 옥천군` the county and every town of it; `옥천읍` alone the town.
    private func byName(_ area: AlertMessage.Area) -> Match {
        let own = RegionName(region)
        guard !own.words.isEmpty else { return .uncertain }
        let names = area.name.split { ",/;·、\n".contains($0) }.map { RegionName(String($0)) }
        if names.contains(where: { $0.overlaps(own) || own.holds($0) }) { return .inside }
        return names.contains(where: \.isKnown) ? .outside : .uncertain
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
