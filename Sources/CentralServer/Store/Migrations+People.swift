import GRDB

extension Migrations {
    static func createPeople(_ db: Database) throws {
        try db.create(table: "person") { table in
            table.primaryKey("id", .text)
            table.column("name", .text).notNull()
            table.column("birthYear", .integer).notNull()
            table.column("birthMonth", .integer).notNull().check { (1...12).contains($0) }
            table.column("sex", .text).notNull().check { ["F", "M"].contains($0) }
            table.column("phoneLast4", .text)
            table.belongsTo("centre").notNull()
            table.column("healthConsent", .boolean).notNull()
            table.column("membershipConsent", .boolean).notNull()
            table.column("helpedBy", .text)
            table.column("enrolledAt", .datetime).notNull()
        }
        try db.create(table: "card") { table in
            table.primaryKey("digest", .text)
            table.belongsTo("person", onDelete: .cascade).notNull()
            table.column("state", .text).notNull().check { ["active", "replaced"].contains($0) }
            table.column("issuedAt", .datetime).notNull()
        }
        try db.create(table: "attendance") { table in
            table.belongsTo("person", onDelete: .cascade).notNull()
            table.belongsTo("centre").notNull()
            table.column("day", .text).notNull().indexed()
            table.column("classId", .text)
            table.column("countedAt", .datetime).notNull()
            table.column("eventId", .text)
            table.uniqueKey(["personId", "centreId", "day"])
        }
    }

    static func createReadings(_ db: Database) throws {
        try db.create(table: "reading") { table in
            table.primaryKey("id", .text)
            table.belongsTo("person", onDelete: .cascade)
            table.belongsTo("centre").notNull()
            table.column("deviceId", .text)
            table.column("testId", .text).notNull()
            table.column("takenAt", .datetime).notNull().indexed()
            table.column("valuesJSON", .text).notNull()
            table.column("simulated", .boolean).notNull()
            table.column("flagsJSON", .text).notNull()
            table.column("clockState", .text).notNull()
            table.column("unclaimedReason", .text)
            table.column("claimedBy", .text)
            table.column("claimedAt", .datetime)
            table.column("visitId", .text)
            table.column("eventId", .text)
        }
    }
}
