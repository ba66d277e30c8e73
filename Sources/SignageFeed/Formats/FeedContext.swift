import Foundation

/// What a parser must be told, because the bytes do not say it.
public struct FeedContext: Sendable {
    /// When the bytes arrived.
    public var receivedAt: Date
    /// Who speaks, e.g. `보건소`; a notice feed's own title when absent.
    public var sourceName: String?
    /// The bus stop's name, used when the source leaves it out.
    public var stopName: String?
    /// The measuring station's name.
    public var station: String?
    /// The weather office's area code, to keep that area's warnings only; all areas when absent.
    public var warningArea: String?

    public init(
        receivedAt: Date, sourceName: String? = nil, stopName: String? = nil, station: String? = nil,
        warningArea: String? = nil
    ) {
        (self.receivedAt, self.sourceName, self.stopName) = (receivedAt, sourceName, stopName)
        (self.station, self.warningArea) = (station, warningArea)
    }
}
