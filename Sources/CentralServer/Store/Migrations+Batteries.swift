import GRDB

extension Migrations {
    /// How readings came about, and what was decided and left out beside them.
    static func createBatteryRecords(_ db: Database) throws {
        try db.alter(table: "reading") { table in
            for column in ["protocolId", "side", "source", "battery", "tables", "claimedWhy"] {
                table.add(column: column, .text)
            }
        }
        try db.create(table: "gateDecision") { table in
            table.primaryKey("eventId", .text)
            table.column("personId", .text).notNull().indexed().references("person")
            table.column("visitId", .text).notNull()
            table.column("decidedAt", .datetime).notNull()
            for column in ["battery", "tables", "outcome", "answersJSON", "rulesJSON", "uncheckedJSON"] {
                table.column(column, .text).notNull()
            }
        }
        try db.create(table: "skippedTest") { table in
            table.primaryKey("eventId", .text)
            table.column("personId", .text).notNull().indexed().references("person")
            table.column("visitId", .text).notNull()
            table.column("skippedAt", .datetime).notNull()
            for column in ["testId", "reason", "battery"] { table.column(column, .text).notNull() }
        }
    }
}
