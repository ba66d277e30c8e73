import GRDB

extension Migrations {
    /// What kiosks sent, byte for byte, before anybody understood it.
    static func createEvents(_ db: Database) throws {
        try db.create(table: "eventRaw") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("deviceId", .text).notNull().references("kiosk", column: "deviceId")
            table.column("epoch", .text).notNull()
            table.column("seq", .integer).notNull().check { $0 > 0 }
            table.column("eventId", .text).notNull().unique()
            table.column("type", .text).notNull()
            table.column("typeVersion", .integer).notNull()
            table.column("personId", .text)
            table.column("line", .blob).notNull()
            table.column("hash", .text).notNull()
            table.column("previousHash", .text).notNull()
            table.column("receivedAt", .datetime).notNull()
            table.column("state", .text).notNull().check { ["pending", "projected", "quarantined"].contains($0) }
            table.column("code", .text)
            // The person's or reading's id without which it cannot be used.
            table.column("waitsFor", .text)
            table.uniqueKey(["deviceId", "epoch", "seq"])
        }
        try db.create(
            index: "eventRawUnprojected", on: "eventRaw", columns: ["state"], condition: Column("state") != "projected")
        try db.create(
            index: "eventRawWaiting", on: "eventRaw", columns: ["waitsFor"], condition: Column("waitsFor") != nil)
        try createEventLeftovers(db)
        try createEpochs(db)
    }

    private static func createEventLeftovers(_ db: Database) throws {
        try db.create(table: "eventConflict") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("deviceId", .text).notNull()
            table.column("epoch", .text).notNull()
            table.column("seq", .integer).notNull()
            table.column("eventId", .text).notNull()
            table.column("line", .blob).notNull()
            table.column("hash", .text).notNull()
            table.column("receivedAt", .datetime).notNull()
            table.uniqueKey(["deviceId", "hash"])
        }
        try db.create(table: "badLine") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("deviceId", .text).notNull()
            table.column("line", .blob).notNull()
            table.column("hash", .text).notNull()
            table.column("code", .text).notNull()
            table.column("receivedAt", .datetime).notNull()
            table.uniqueKey(["deviceId", "hash"])
        }
    }

    private static func createEpochs(_ db: Database) throws {
        try db.create(table: "epoch") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("deviceId", .text).notNull()
            table.column("epoch", .text).notNull()
            table.column("contiguous", .integer).notNull()
            table.column("lastHash", .text).notNull()
            table.column("chainBreaks", .integer).notNull().defaults(to: 0)
            table.uniqueKey(["deviceId", "epoch"])
        }
    }
}
