import GRDB

extension Migrations {
    static func registerContent(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("content-items") { db in
            try createContentItems(db)
            try createNoticeReviews(db)
        }
    }

    private static func createContentItems(_ db: Database) throws {
        try db.create(table: "contentItem") { table in
            table.primaryKey("id", .text)
            table.belongsTo("municipality").notNull()
            // Absent for all centres of the municipality.
            table.belongsTo("centre")
            table.column("position", .integer).notNull()
            table.column("kind", .text).notNull()
            table.column("text", .jsonText).notNull()
            table.column("window", .jsonText).notNull()
            table.column("priority", .integer).notNull().check { (0...9).contains($0) }
            table.column("share", .integer).check { (1...50).contains($0) }
            table.column("seconds", .integer).check { (5...600).contains($0) }
            table.column("screens", .jsonText).notNull()
            table.column("state", .text).notNull()
            table.column("createdBy", .text).notNull()
            table.column("createdAt", .datetime).notNull()
            table.column("changedBy", .text).notNull()
            table.column("changedAt", .datetime).notNull()
        }
        try db.create(
            index: "contentItemByPosition", on: "contentItem", columns: ["municipalityId", "state", "position"])
        try db.create(table: "contentPicture") { table in
            table.column("itemId", .text).notNull().references("contentItem", onDelete: .cascade)
            table.column("page", .integer).notNull().check { $0 >= 1 }
            table.column("sha256", .text).notNull().indexed()
            table.column("mediaType", .text).notNull()
            table.column("width", .integer).notNull()
            table.column("height", .integer).notNull()
            table.column("size", .integer).notNull()
            table.primaryKey(["itemId", "page"])
        }
    }

    /// Texts in which personal data may stand, until somebody has looked. A dropped text is not kept.
    private static func createNoticeReviews(_ db: Database) throws {
        try db.create(table: "noticeReview") { table in
            table.belongsTo("municipality").notNull()
            // SHA-256 of the text, hex: another text is another question.
            table.column("digest", .text).notNull()
            table.column("title", .text).notNull()
            table.column("text", .text).notNull()
            table.column("fromWhom", .text).notNull()
            table.column("findings", .jsonText).notNull()
            table.column("foundAt", .datetime).notNull()
            table.column("decision", .text)
            table.column("decidedBy", .text)
            table.column("decidedAt", .datetime)
            table.primaryKey(["municipalityId", "digest"])
        }
    }
}
