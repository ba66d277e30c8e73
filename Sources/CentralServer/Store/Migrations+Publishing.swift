import GRDB

extension Migrations {
    static func createProgrammes(_ db: Database) throws {
        try db.create(table: "programme") { table in
            table.primaryKey("id", .text)
            table.belongsTo("municipality").notNull()
            table.column("name", .text).notNull()
        }
        try db.create(table: "timetable") { table in
            table.primaryKey("id", .text)
            table.belongsTo("centre").notNull()
            table.belongsTo("programme").notNull()
            // ISO: 1 is Monday.
            table.column("weekday", .integer).notNull().check { (1...7).contains($0) }
            table.column("startMinute", .integer).notNull()
            table.column("endMinute", .integer).notNull()
            table.column("place", .text)
            table.column("instructor", .text)
            table.column("isRemote", .boolean).notNull()
        }
        try db.create(table: "classSession") { table in
            table.primaryKey("id", .text)
            table.belongsTo("centre").notNull()
            table.column("programme", .text).notNull()
            table.column("startsAt", .datetime).notNull()
            table.column("endsAt", .datetime).notNull()
            table.column("place", .text)
            table.column("instructor", .text)
            table.column("isRemote", .boolean).notNull()
        }
        try db.create(index: "classSessionByStart", on: "classSession", columns: ["centreId", "startsAt"])
    }

    static func createPublishing(_ db: Database) throws {
        try db.create(table: "notice") { table in
            table.primaryKey("id", .text)
            table.belongsTo("municipality").notNull()
            table.column("title", .text).notNull()
            table.column("text", .text).notNull()
            table.column("fromWhom", .text).notNull()
            table.column("createdBy", .text).notNull()
            table.column("createdAt", .datetime).notNull()
            table.column("showFrom", .datetime)
            table.column("showUntil", .datetime)
            table.column("withdrawnAt", .datetime)
        }
        try db.create(table: "manifestVersion") { table in
            table.primaryKey("centreId", .text).references("centre")
            table.column("version", .integer).notNull()
            table.column("contentHash", .text).notNull()
            table.column("manifestJSON", .blob).notNull()
            table.column("publishedAt", .datetime).notNull()
        }
        try db.create(table: "blob") { table in
            table.primaryKey("sha256", .text)
            table.column("bytes", .blob).notNull()
            table.column("createdAt", .datetime).notNull()
        }
    }
}
