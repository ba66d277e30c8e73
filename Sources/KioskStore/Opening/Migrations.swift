import GRDB

/// The schema, step by step. A released step never changes.
enum Migrations {
    /// What events say of the schema that they were written under.
    static let schemaVersion = 2

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("people, readings and events") { db in
            try createPeople(db)
            try createVisits(db)
            try createReadings(db)
            try createEvents(db)
        }
        migrator.registerMigration("batteries", migrate: createBatteryRecords)
        migrator.registerMigration("what was visible on the wall") { db in try createPlays(db) }
        migrator.registerMigration("plans from the office") { db in
            // No reference to person: a plan may come before its person does.
            try db.execute(
                sql: """
                    CREATE TABLE heldPlan (
                        personId TEXT PRIMARY KEY NOT NULL,
                        standing TEXT NOT NULL,
                        planId TEXT,
                        content TEXT,
                        isDoubtful INTEGER NOT NULL DEFAULT 0 CHECK (isDoubtful IN (0, 1)),
                        wall INTEGER NOT NULL
                    ) STRICT;
                    """)
        }
        return migrator
    }

    private static func createPeople(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE person (
                    id TEXT PRIMARY KEY NOT NULL,
                    name TEXT NOT NULL CHECK (name <> ''),
                    initials TEXT NOT NULL,
                    birthYear INTEGER NOT NULL CHECK (birthYear BETWEEN 1900 AND 2100),
                    birthMonth INTEGER NOT NULL CHECK (birthMonth BETWEEN 1 AND 12),
                    sex TEXT NOT NULL CHECK (sex IN ('F', 'M')),
                    phoneLastDigits TEXT CHECK (length(phoneLastDigits) = 4),
                    helpedBy TEXT
                ) STRICT;
                CREATE INDEX personByPhone ON person(phoneLastDigits);
                CREATE TABLE consent (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    personId TEXT NOT NULL REFERENCES person(id),
                    kind TEXT NOT NULL CHECK (kind IN ('membership', 'health')),
                    granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
                    wall INTEGER NOT NULL,
                    helpedBy TEXT
                ) STRICT;
                CREATE INDEX consentByPerson ON consent(personId, kind, id);
                CREATE TABLE card (
                    digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
                    personId TEXT NOT NULL REFERENCES person(id),
                    state TEXT NOT NULL CHECK (state IN ('active', 'replaced', 'lost')),
                    wall INTEGER NOT NULL
                ) STRICT;
                CREATE UNIQUE INDEX oneActiveCard ON card(personId) WHERE state = 'active';
                """)
    }

    private static func createVisits(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE visit (
                    id TEXT PRIMARY KEY NOT NULL,
                    personId TEXT NOT NULL REFERENCES person(id),
                    day TEXT NOT NULL,
                    wall INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX visitByPerson ON visit(personId);
                CREATE TABLE attendance (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    personId TEXT NOT NULL REFERENCES person(id),
                    day TEXT NOT NULL CHECK (length(day) = 10),
                    classId TEXT,
                    UNIQUE (personId, day)
                ) STRICT;
                """)
    }

    private static func createReadings(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE reading (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    id TEXT NOT NULL UNIQUE,
                    testId TEXT,
                    personId TEXT REFERENCES person(id),
                    visitId TEXT REFERENCES visit(id),
                    reason TEXT,
                    claimedBy TEXT,
                    day TEXT NOT NULL,
                    wall INTEGER NOT NULL,
                    json BLOB NOT NULL,
                    CHECK (personId IS NOT NULL OR reason IS NOT NULL),
                    CHECK (personId IS NOT NULL OR (visitId IS NULL AND claimedBy IS NULL))
                ) STRICT;
                CREATE INDEX readingByPerson ON reading(personId, number);
                CREATE INDEX readingByDay ON reading(day, number);
                CREATE INDEX readingUnclaimed ON reading(number) WHERE personId IS NULL;
                """)
    }

    /// Totals of whole days, each once.
    private static func createPlays(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE playTotal (
                    day TEXT NOT NULL CHECK (length(day) = 10),
                    item TEXT NOT NULL,
                    seconds INTEGER NOT NULL,
                    times INTEGER NOT NULL,
                    PRIMARY KEY (day, item)
                ) STRICT, WITHOUT ROWID;
                """)
    }

    /// The event table is the outbox. Its lines are written once: the triggers hold even against our own mistakes.
    private static func createEvents(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
                CREATE TABLE epoch (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
                    deviceId TEXT NOT NULL,
                    lastSequence INTEGER NOT NULL DEFAULT 0,
                    lastHash TEXT NOT NULL,
                    contiguousStored INTEGER NOT NULL DEFAULT 0,
                    replicatedThrough INTEGER NOT NULL DEFAULT 0
                ) STRICT;
                CREATE TABLE event (
                    row INTEGER PRIMARY KEY AUTOINCREMENT,
                    eventId TEXT NOT NULL UNIQUE,
                    epoch TEXT NOT NULL REFERENCES epoch(id),
                    sequence INTEGER NOT NULL,
                    type TEXT NOT NULL,
                    wall INTEGER NOT NULL,
                    line BLOB NOT NULL,
                    hash TEXT NOT NULL CHECK (length(hash) = 64),
                    supersedes TEXT REFERENCES event(eventId),
                    state TEXT NOT NULL DEFAULT 'unsent' CHECK (state IN
                        ('unsent', 'acknowledged', 'quarantined', 'erased', 'conflict', 'superseded')),
                    code TEXT,
                    UNIQUE (epoch, sequence)
                ) STRICT;
                CREATE INDEX eventByState ON event(state, row);
                CREATE TRIGGER eventIsFrozen
                BEFORE UPDATE OF row, eventId, epoch, sequence, type, wall, line, hash, supersedes ON event
                BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
                CREATE TRIGGER eventStays BEFORE DELETE ON event
                BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
                """)
    }
}
