import GRDB

extension Migrations {
    /// Evaluations with the tables of their day, plans step by step, referrals, answers, and what kiosks must hear of.
    static func createHealth(_ db: Database) throws {
        try db.create(table: "evaluation") { table in
            table.belongsTo("person", onDelete: .cascade).notNull()
            // Local calendar day of the battery, `2026-11-21`.
            table.column("day", .text).notNull()
            // The set of reference tables that was the newest when staff first saw it.
            table.column("tables", .text).notNull()
            table.column("madeAt", .datetime).notNull()
            table.primaryKey(["personId", "day"])
        }
        try db.create(table: "screening") { table in
            table.primaryKey("id", .text)
            table.belongsTo("person", onDelete: .cascade).notNull()
            table.column("visitId", .text).notNull()
            table.column("askedAt", .datetime).notNull()
            // JSON array of question and answer, in the order in which they were asked.
            table.column("answersJSON", .text).notNull()
            table.column("eventId", .text)
        }
        try createPlans(db)
        try createReferrals(db)
        try createPlanChanges(db)
    }

    /// A plan is its steps; contents are never exchanged.
    private static func createPlans(_ db: Database) throws {
        try db.create(table: "exercisePlan") { table in
            table.primaryKey("id", .text)
            table.belongsTo("person", onDelete: .cascade).notNull()
            table.column("day", .text).notNull()
            table.column("tables", .text).notNull()
            table.column("basisJSON", .text).notNull()
            table.column("endedAt", .datetime)
        }
        try db.create(
            index: "onePlanUnderWay", on: "exercisePlan", columns: ["personId"], options: .unique,
            condition: Column("endedAt") == nil)
        try db.create(table: "planStep") { table in
            table.column("planId", .text).notNull().references("exercisePlan", onDelete: .cascade)
            table.column("number", .integer).notNull().check { $0 > 0 }
            table.column("stepJSON", .text).notNull()
            // Of a proposal and of a change; absent for the other steps.
            table.column("contentJSON", .text)
            table.primaryKey(["planId", "number"])
        }
        try db.execute(
            sql: """
                CREATE TRIGGER planStepIsFrozen BEFORE UPDATE ON planStep
                BEGIN SELECT RAISE(ABORT, 'a step of a plan never changes'); END;
                """)
    }

    private static func createReferrals(_ db: Database) throws {
        try db.create(table: "referral") { table in
            table.autoIncrementedPrimaryKey("id")
            table.belongsTo("person", onDelete: .cascade).notNull()
            // JSON array of the gate's rule ids.
            table.column("rulesJSON", .text).notNull()
            table.column("madeBy", .text).notNull()
            table.column("madeAt", .datetime).notNull()
            table.column("closedBy", .text)
            table.column("closedAt", .datetime)
        }
        try db.create(
            index: "oneOpenReferral", on: "referral", columns: ["personId"], options: .unique,
            condition: Column("closedAt") == nil)
    }

    /// Whose plan a centre's kiosks must hear of anew, in the order of the changes. Triggers write it, so that no page
    /// and no later code can forget: plans, referrals, consent, a move to another centre, and a person's end.
    private static func createPlanChanges(_ db: Database) throws {
        try db.create(table: "planChange") { table in
            table.autoIncrementedPrimaryKey("cursor")
            table.column("personId", .text).notNull()
            table.column("centreId", .text).notNull().indexed()
            table.uniqueKey(["personId", "centreId"])
        }
        let concerned = """
            EXISTS (SELECT 1 FROM exercisePlan WHERE personId = OLD.id) OR EXISTS (SELECT 1 FROM referral WHERE personId = OLD.id)
            """
        let triggers: [(name: String, event: String, when: String, person: String, centres: [String])] = [
            ("planChangeByStep", "AFTER INSERT ON planStep", "1", planPerson("NEW.planId"), [centre("NEW.planId")]),
            ("planChangeByReferral", "AFTER INSERT ON referral", "1", "NEW.personId", [home("NEW.personId")]),
            ("planChangeByMeeting", "AFTER UPDATE ON referral", "1", "NEW.personId", [home("NEW.personId")]),
            (
                "planChangeByPerson", "AFTER UPDATE OF healthConsent, centreId ON person",
                "(OLD.healthConsent <> NEW.healthConsent OR OLD.centreId <> NEW.centreId) AND (\(concerned))", "OLD.id",
                ["OLD.centreId", "NEW.centreId"]
            ),
            ("planChangeByEnd", "BEFORE DELETE ON person", concerned, "OLD.id", ["OLD.centreId"]),
        ]
        for trigger in triggers {
            // Deleting first gives a new, higher cursor; an ON CONFLICT clause would follow the outer statement's.
            let body = trigger.centres.map { centre in
                """
                DELETE FROM planChange WHERE personId = \(trigger.person) AND centreId = \(centre);
                INSERT INTO planChange (personId, centreId) VALUES (\(trigger.person), \(centre));
                """
            }.joined(separator: "\n")
            try db.execute(
                sql: "CREATE TRIGGER \(trigger.name) \(trigger.event) WHEN \(trigger.when) BEGIN \(body) END;")
        }
    }

    private static func planPerson(_ plan: String) -> String {
        "(SELECT personId FROM exercisePlan WHERE id = \(plan))"
    }

    private static func home(_ person: String) -> String { "(SELECT centreId FROM person WHERE id = \(person))" }

    private static func centre(_ plan: String) -> String {
        "(SELECT p.centreId FROM exercisePlan e JOIN person p ON p.id = e.personId WHERE e.id = \(plan))"
    }
}
