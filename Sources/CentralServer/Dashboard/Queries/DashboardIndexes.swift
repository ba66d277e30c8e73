import GRDB

extension Migrations {
    /// What the dashboard asks often, in the order in which it asks.
    static func createDashboardIndexes(_ db: Database) throws {
        try db.create(index: "attendanceByCentreDay", on: "attendance", columns: ["centreId", "day"])
        try db.create(index: "personByCentreName", on: "person", columns: ["centreId", "name"])
        try db.create(index: "readingByPersonTime", on: "reading", columns: ["personId", "takenAt"])
        try db.create(
            index: "readingUnclaimed", on: "reading", columns: ["centreId", "takenAt"],
            condition: Column("personId") == nil)
        try db.create(index: "accessLogByUser", on: "accessLog", columns: ["userId", "personId", "at"])
    }
}
