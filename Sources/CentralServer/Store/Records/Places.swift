import Foundation
import GRDB

/// A district or city whose centres share one card key.
public struct Municipality: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "municipality"

    public var id: String
    public var name: String
    /// 32 bytes; genuine cards of the municipality are recognised with it.
    public var cardKey: Data

    public init(id: String, name: String, cardKey: Data) {
        (self.id, self.name, self.cardKey) = (id, name, cardKey)
    }
}

/// A senior centre.
public struct Centre: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "centre"

    public var id: String
    public var municipalityId: String
    public var name: String
    public var address: String?
    /// KMA forecast grid, column and row.
    public var gridX: Int?
    public var gridY: Int?
    /// Stop id as the municipality's bus service spells it.
    public var busStop: String?

    public init(
        id: String, municipalityId: String, name: String, address: String? = nil, gridX: Int? = nil,
        gridY: Int? = nil, busStop: String? = nil
    ) {
        (self.id, self.municipalityId, self.name, self.address) = (id, municipalityId, name, address)
        (self.gridX, self.gridY, self.busStop) = (gridX, gridY, busStop)
    }
}
