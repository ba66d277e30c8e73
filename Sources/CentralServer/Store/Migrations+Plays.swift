import GRDB

extension Migrations {
    /// What was visible on the walls, by day.
    static func createPlays(_ db: Database) throws {
        try db.create(table: "play") { table in
            table.column("deviceId", .text).notNull().references("kiosk", column: "deviceId", onDelete: .cascade)
            table.column("day", .text).notNull().indexed()
            table.column("item", .text).notNull()
            table.column("seconds", .integer).notNull().check { $0 >= 0 }
            table.column("times", .integer).notNull().check { $0 >= 0 }
            table.primaryKey(["deviceId", "day", "item"])
        }
    }
}
