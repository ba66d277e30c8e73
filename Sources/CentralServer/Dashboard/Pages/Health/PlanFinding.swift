import FitnessMeasure
import Foundation
import GRDB

/// What is known of a person's plan.
struct PlanFinding: Sendable {
    let opened: OpenedSenior
    let stored: StoredPlan?
    let ended: [StoredPlan]
    let referral: StoredReferral?
    /// The newest battery, evaluated by the newest tables.
    let battery: PersonEvaluation?
    /// What the rules propose for it today.
    let proposal: PlanProposal?
    /// Accounts' names by id.
    let names: [String: String]

    private static let endedShown = 5

    /// Nil while no reason was given for opening the person.
    static func find(_ db: Database, visit: Visit, act: AccessAct, health: HealthTables) throws -> PlanFinding? {
        guard let opened = try OpenedSenior.find(db, visit: visit, act: act) else { return nil }
        let person = opened.senior.id
        let battery = try newest(db, opened.senior, health)
        let stored = try StoredPlan.underWay(db, person: person)
        let ended = try StoredPlan.ended(db, person: person, limit: endedShown)
        return PlanFinding(
            opened: opened, stored: stored, ended: ended, referral: try StoredReferral.open(db, person: person),
            battery: battery,
            proposal: try battery.map { try $0.proposal(by: health.plans, from: visit.today, PlanFacts()) },
            names: try names(db, of: ([stored].compactMap { $0 } + ended).map(\.plan)))
    }

    private static func newest(
        _ db: Database, _ senior: SeniorHead, _ health: HealthTables
    ) throws -> PersonEvaluation? {
        guard let day = try HealthQuery.days(db, person: senior.id, limit: 1).first else { return nil }
        return try PersonEvaluation(
            try HealthQuery.battery(db, person: senior.id, day: day), of: senior, previous: nil, by: health.newest)
    }

    private static func names(_ db: Database, of plans: [ExercisePlan]) throws -> [String: String] {
        let ids = Set(plans.flatMap { $0.steps.map(\.by.id) })
        let accounts = try UserAccount.fetchAll(db, keys: ids)
        return Dictionary(accounts.map { ($0.id, $0.name) }) { first, _ in first }
    }
}

/// What staff know and no device measures.
struct PlanFacts: Equatable, Sendable {
    var falls: Set<FallFact> = []
    var hasRecentFracture = false
    var level: PlanLevel?

    init() {}

    init(_ form: FormFields) {
        falls = Set(FallFact.allCases.filter { form["fact." + $0.rawValue] == "1" })
        hasRecentFracture = form["fact.fracture"] == "1"
        level = form["level"].flatMap(PlanLevel.init(rawValue:))
    }
}

extension PersonEvaluation {
    /// - Throws: `PlanBasisError` for values that no body has.
    func basis(_ facts: PlanFacts) throws -> PlanBasis {
        try PlanBasis(
            evaluation, of: examination, fallFacts: facts.falls.union(examination.fallFacts),
            hasRecentFracture: facts.hasRecentFracture)
    }

    func proposal(by tables: PlanTables, from day: LocalDay, _ facts: PlanFacts) throws -> PlanProposal {
        tables.propose(try basis(facts), from: try PlanDay(day), level: facts.level)
    }
}

extension PlanDay {
    /// - Throws: ``DayOutOfCalendar`` before 1900 and after 9999.
    init(_ day: LocalDay) throws(DayOutOfCalendar) {
        guard let found = PlanDay(year: day.year, month: day.month, day: day.day) else { throw DayOutOfCalendar() }
        self = found
    }
}

/// A clock that shows a year of no calendar.
struct DayOutOfCalendar: Error {}
