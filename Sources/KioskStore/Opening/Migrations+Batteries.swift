import GRDB

extension Migrations {
    /// How a reading came about, who gave it to its owner and why, and what was decided and left out beside readings.
    static func createBatteryRecords(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE reading ADD COLUMN protocol TEXT;
                ALTER TABLE reading ADD COLUMN side TEXT;
                ALTER TABLE reading ADD COLUMN source TEXT;
                ALTER TABLE reading ADD COLUMN battery TEXT;
                ALTER TABLE reading ADD COLUMN tables TEXT;
                ALTER TABLE reading ADD COLUMN claimedWhy TEXT;
                ALTER TABLE reading ADD COLUMN claimedWall INTEGER;
                CREATE TABLE gate (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    visitId TEXT NOT NULL REFERENCES visit(id),
                    personId TEXT NOT NULL REFERENCES person(id),
                    wall INTEGER NOT NULL,
                    json BLOB NOT NULL
                ) STRICT;
                CREATE INDEX gateByPerson ON gate(personId, number);
                CREATE TABLE skippedTest (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    visitId TEXT NOT NULL REFERENCES visit(id),
                    personId TEXT NOT NULL REFERENCES person(id),
                    testId TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    wall INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX skippedTestByPerson ON skippedTest(personId, number);
                """)
    }
}
