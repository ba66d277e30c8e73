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

    /// The feed's own address, against which relative links are read. It must hold no key.
    public var address: String?
    /// The grid cell asked for; rows of other cells are left out.
    public var grid: KMAGrid?
    /// When the issue was made, for the mid-term forecast, which does not say it.
    public var issuedAt: Date?
    /// The stop's id in a GTFS feed; buses of all stops when absent.
    public var stopID: String?
    /// The timetable of the same GTFS publisher, to say what a bus without an estimate was meant to do.
    public var timetable: GTFSTimetable?

    public init(
        receivedAt: Date, sourceName: String? = nil, stopName: String? = nil, station: String? = nil,
        warningArea: String? = nil, address: String? = nil, grid: KMAGrid? = nil, issuedAt: Date? = nil,
        stopID: String? = nil, timetable: GTFSTimetable? = nil
    ) {
        (self.receivedAt, self.sourceName, self.stopName) = (receivedAt, sourceName, stopName)
        (self.station, self.warningArea, self.address) = (station, warningArea, address)
        (self.grid, self.issuedAt) = (grid, issuedAt)
        (self.stopID, self.timetable) = (stopID, timetable)
    }
}
