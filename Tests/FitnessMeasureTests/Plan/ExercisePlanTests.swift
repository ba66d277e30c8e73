import FitnessMeasure
import Foundation
import Testing

@Suite struct ExercisePlanTests {
    private let rules = PlanActor(.rules, id: "rules")
    private let nurse = PlanActor(.healthCentre, id: "hc-7")
    private let supporter = PlanActor(.supporter, id: "s-3")
    private let office = PlanActor(.office, id: "o-1")
    private let first: PlanContent
    private let second: PlanContent
    private var plan: ExercisePlan

    init() throws {
        first = try #require(try proposed(.example(sppb: 8)))
        second = try #require(try proposed(.example(sppb: 5)))
        plan = ExercisePlan(id: UUID(), proposing: first, by: rules, at: Self.at(0))
    }

    /// So many minutes after the proposal.
    private static func at(_ minutes: Int) -> PlanMoment {
        PlanMoment(Date(timeIntervalSince1970: 1_795_000_000 + Double(minutes) * 60))
    }

    private func at(_ minutes: Int) -> PlanMoment { Self.at(minutes) }

    @Test mutating func `a plan is proposed, approved, active, ended`() throws {
        #expect(plan.state == .proposed && plan.contentInForce == nil)
        try plan.approve(1, by: nurse, at: at(1))
        #expect(plan.state == .approved && plan.contentInForce == nil)
        try plan.activate(by: supporter, at: at(2))
        #expect(plan.state == .active && plan.contentInForce == first)
        try plan.end(by: supporter, at: at(3), reason: "re-tested")
        #expect(plan.state == .ended && plan.contentInForce == nil)
        #expect(plan.steps.map(\.by) == [rules, nurse, supporter, supporter])
        #expect(plan.steps.last?.reason == "re-tested")
    }

    @Test mutating func `a change makes a revision that needs its own approval`() throws {
        try plan.change(to: second, by: nurse, at: at(1), reason: "knee")
        #expect(plan.state == .changed && plan.latest == 2)
        #expect(throws: PlanStepError.staleRevision(1, latest: 2)) { try plan.approve(1, by: nurse, at: at(2)) }
        try plan.approve(2, by: nurse, at: at(2))
        try plan.activate(by: nurse, at: at(3))
        #expect(plan.content(1) == first && plan.contentInForce == second)
    }

    @Test mutating func `a change after approval does not touch what was approved`() throws {
        try plan.approve(1, by: nurse, at: at(1))
        try plan.change(to: second, by: nurse, at: at(2), reason: "knee")
        #expect(plan.state == .changed)
        #expect(throws: PlanStepError.illegal(.activate(revision: 2), in: .changed)) {
            try plan.activate(by: nurse, at: at(3))
        }
    }

    @Test mutating func `an active plan stays in force until its change is approved and begun`() throws {
        try plan.approve(1, by: nurse, at: at(1))
        try plan.activate(by: nurse, at: at(2))
        try plan.change(to: second, by: nurse, at: at(3), reason: "stronger now")
        #expect(plan.state == .changed && plan.contentInForce == first)
        try plan.approve(2, by: nurse, at: at(4))
        #expect(plan.contentInForce == first)
        try plan.activate(by: supporter, at: at(5))
        #expect(plan.contentInForce == second)
    }

    @Test func `what is out of turn is an error and changes nothing`() throws {
        var plan = plan
        #expect(throws: PlanStepError.illegal(.activate(revision: 1), in: .proposed)) {
            try plan.activate(by: nurse, at: at(1))
        }
        #expect(plan == self.plan)
        try plan.approve(1, by: nurse, at: at(1))
        #expect(throws: PlanStepError.illegal(.approve(revision: 1), in: .approved)) {
            try plan.approve(1, by: nurse, at: at(2))
        }
        try plan.activate(by: nurse, at: at(2))
        #expect(throws: PlanStepError.illegal(.activate(revision: 1), in: .active)) {
            try plan.activate(by: nurse, at: at(3))
        }
        try plan.end(by: nurse, at: at(3), reason: "done")
        #expect(throws: PlanStepError.illegal(.end, in: .ended)) { try plan.end(by: nurse, at: at(4), reason: "again") }
        #expect(throws: PlanStepError.illegal(.change(to: 2), in: .ended)) {
            try plan.change(to: second, by: nurse, at: at(4), reason: "again")
        }
        #expect(throws: PlanStepError.illegal(.approve(revision: 1), in: .ended)) {
            try plan.approve(1, by: nurse, at: at(4))
        }
    }

    @Test(arguments: [PlanActor.Role.rules, .supporter, .office])
    mutating func `only the health centre approves and changes`(role: PlanActor.Role) {
        let actor = PlanActor(role, id: "x")
        #expect(throws: PlanStepError.notAllowed(role, .approve(revision: 1))) {
            try plan.approve(1, by: actor, at: at(1))
        }
        #expect(throws: PlanStepError.notAllowed(role, .change(to: 2))) {
            try plan.change(to: second, by: actor, at: at(1), reason: "x")
        }
    }

    @Test mutating func `rules and office let nothing begin, rules end nothing`() throws {
        try plan.approve(1, by: nurse, at: at(1))
        for actor in [rules, office] {
            #expect(throws: PlanStepError.notAllowed(actor.role, .activate(revision: 1))) {
                try plan.activate(by: actor, at: at(2))
            }
        }
        #expect(throws: PlanStepError.notAllowed(.rules, .end)) { try plan.end(by: rules, at: at(2), reason: "x") }
        try plan.end(by: office, at: at(2), reason: "moved away")
    }

    @Test mutating func `a change and an end need a reason, and time goes forward`() {
        #expect(throws: PlanStepError.reasonMissing) {
            try plan.change(to: second, by: nurse, at: at(1), reason: " \n")
        }
        #expect(throws: PlanStepError.reasonMissing) { try plan.end(by: nurse, at: at(1), reason: "") }
        #expect(throws: PlanStepError.reasonTooLong) {
            try plan.end(by: nurse, at: at(1), reason: String(repeating: "x", count: 501))
        }
        #expect(throws: PlanStepError.outOfOrder) { try plan.approve(1, by: nurse, at: at(-1)) }
        #expect(throws: PlanStepError.unchanged) {
            try plan.change(to: first, by: nurse, at: at(1), reason: "same")
        }
    }

    @Test mutating func `a stored plan is the same plan, in the same bytes`() throws {
        try plan.change(to: second, by: nurse, at: at(1), reason: "knee/hip")
        try plan.approve(2, by: nurse, at: at(2))
        try plan.activate(by: supporter, at: at(3))
        let data = try plan.canonicalJSON()
        let read = try JSONDecoder().decode(ExercisePlan.self, from: data)
        #expect(read == plan && read.state == .active && read.inForce == 2)
        #expect(try read.canonicalJSON() == data)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.hasPrefix(#"{"id":""#) && text.contains("knee/hip") && !text.contains("\" : "))
    }

    @Test(
        arguments: [
            (#""health_centre""#, #""supporter""#), (#"{"approve":{"revision":2}}"#, #"{"approve":{"revision":1}}"#),
            (#"{"change":{"to":2}}"#, #"{"change":{"to":3}}"#), (#"{"propose":{}}"#, #"{"end":{}}"#),
            (#""amount":15"#, #""amount":-15"#), (#""earliest":"2027-"#, #""earliest":"2O27-"#),
        ])
    mutating func `a history that could not have happened is not read`(passage: String, other: String) throws {
        try plan.change(to: second, by: nurse, at: at(1), reason: "knee")
        try plan.approve(2, by: nurse, at: at(2))
        let text = String(decoding: try plan.canonicalJSON(), as: UTF8.self)
        #expect(text.contains(passage))
        let forged = Data(text.replacing(passage, with: other).utf8)
        #expect(throws: (any Error).self) { try JSONDecoder().decode(ExercisePlan.self, from: forged) }
    }

    @Test func `a revision that no step made is not read`() throws {
        let text = String(decoding: try plan.canonicalJSON(), as: UTF8.self)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let extra = String(decoding: try encoder.encode(second), as: UTF8.self)
        let forged = text.replacing(#""revisions":["#, with: #""revisions":[\#(extra),"#)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ExercisePlan.self, from: Data(forged.utf8)) }
    }

    @Test func `a moment is written to the second`() throws {
        let moment = PlanMoment(Date(timeIntervalSince1970: 1_795_243_500.9))
        #expect(moment.description == "2026-11-21T06:45:00Z")
        let data = try JSONEncoder().encode([moment])
        #expect(try JSONDecoder().decode([PlanMoment].self, from: data) == [moment])
        #expect(throws: (any Error).self) { try JSONDecoder().decode([PlanMoment].self, from: Data(#"["soon"]"#.utf8)) }
    }
}
