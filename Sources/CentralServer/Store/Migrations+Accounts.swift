import GRDB

extension Migrations {
    static func createAccounts(_ db: Database) throws {
        try db.create(table: "userAccount") { table in
            table.primaryKey("id", .text)
            table.column("name", .text).notNull().unique()
            table.column("passwordHash", .text).notNull()
            table.column("role", .text).notNull()
            // Absent for someone who sees every municipality.
            table.belongsTo("municipality")
            table.column("failedTries", .integer).notNull().defaults(to: 0)
            table.column("lockedUntil", .datetime)
            table.column("createdAt", .datetime).notNull()
        }
        try db.create(table: "webSession") { table in
            table.primaryKey("tokenHash", .text)
            table.column("userId", .text).notNull().references("userAccount", onDelete: .cascade)
            table.column("csrf", .text).notNull()
            table.column("createdAt", .datetime).notNull()
            table.column("lastSeenAt", .datetime).notNull()
        }
    }

    /// Who saw whose data, when, from where and why. Rows are only ever added,
    /// and kept for two years: the triggers say no to the rest.
    static func createAccessLog(_ db: Database) throws {
        try db.create(table: "accessLog") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("at", .datetime).notNull().indexed()
            table.column("userId", .text)
            table.column("fromAddress", .text).notNull()
            table.column("what", .text).notNull()
            table.column("personId", .text)
            table.column("centreId", .text)
            table.column("reason", .text)
        }
        try db.execute(
            sql: """
                CREATE TRIGGER accessLogNoUpdate BEFORE UPDATE ON accessLog
                BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
                CREATE TRIGGER accessLogNoDelete BEFORE DELETE ON accessLog
                WHEN OLD.at > datetime('now', '-2 years')
                BEGIN SELECT RAISE(ABORT, 'the access log is kept for two years'); END;
                """)
    }
}
