import GRDB

/// The history of the schema. A released migration is never edited.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { db in
            try createPlaces(db)
            try createKiosks(db)
            try createEvents(db)
            try createPeople(db)
            try createReadings(db)
            try createProgrammes(db)
            try createPublishing(db)
            try createAccounts(db)
            try createAccessLog(db)
            try createDashboardIndexes(db)
        }
        migrator.registerMigration("health") { db in try createHealth(db) }
        registerContent(&migrator)
        migrator.registerMigration("batteries", migrate: createBatteryRecords)
        migrator.registerMigration("plays") { db in try createPlays(db) }
        return migrator
    }

    private static func createPlaces(_ db: Database) throws {
        try db.create(table: "municipality") { table in
            table.primaryKey("id", .text)
            table.column("name", .text).notNull()
            table.column("cardKey", .blob).notNull()
        }
        try db.create(table: "centre") { table in
            table.primaryKey("id", .text)
            table.belongsTo("municipality").notNull()
            table.column("name", .text).notNull()
            table.column("address", .text)
            table.column("gridX", .integer)
            table.column("gridY", .integer)
            table.column("busStop", .text)
        }
        try db.create(table: "serverIdentity") { table in
            table.primaryKey("id", .integer).check { $0 == 1 }
            table.column("signingKey", .blob).notNull()
            table.column("incarnation", .text).notNull()
        }
    }

    private static func createKiosks(_ db: Database) throws {
        try db.create(table: "kiosk") { table in
            table.primaryKey("deviceId", .text)
            table.belongsTo("centre").notNull()
            table.column("publicKey", .blob).notNull().unique()
            table.column("name", .text).notNull()
            table.column("enrolledAt", .datetime).notNull()
            table.column("revokedAt", .datetime)
            table.column("lastContactAt", .datetime)
            table.column("unsent", .integer)
            table.column("oldestUnsentAt", .datetime)
            table.column("stored", .integer)
            table.column("quarantined", .integer)
            table.column("appVersion", .text).notNull()
            table.column("contentVersion", .integer)
            table.column("freeDisk", .integer)
            table.column("clockState", .text)
            table.column("clockOffsetMs", .integer)
        }
        try db.create(table: "enrolmentCode") { table in
            table.primaryKey("codeHint", .text)
            table.column("codeSealed", .blob).notNull()
            table.belongsTo("centre").notNull()
            table.column("createdAt", .datetime).notNull()
            table.column("expiresAt", .datetime).notNull()
            table.column("triesLeft", .integer).notNull().check { $0 >= 0 }
            table.column("usedAt", .datetime)
            table.column("usedBy", .text).references("kiosk", column: "deviceId")
        }
    }
}
