import FitnessMeasure
import Foundation
import Testing

@Suite struct ExercisePlanFHIRTests {
    private let nurse = PlanActor(.healthCentre, id: "hc-7")
    private let start = Date(timeIntervalSince1970: 1_795_243_500)
    private var plan: ExercisePlan

    init() throws {
        let content = try #require(try proposed(.example(sppb: 8)))
        let rules = PlanActor(.rules, id: "rules")
        plan = ExercisePlan(id: UUID(), proposing: content, by: rules, at: PlanMoment(start))
    }

    private func fhir() throws -> FHIRCarePlan {
        try #require(try shippedPlanTables().fhir(plan, of: Pseudonym(rawValue: "p-1"), .korean, zone: 540))
    }

    private func after(_ minutes: Double) -> PlanMoment { PlanMoment(start.addingTimeInterval(minutes * 60)) }

    @Test mutating func `a plan keeps its state on the way out`() throws {
        #expect(try fhir().state == .proposed && fhir().approvedBy == nil && fhir().begins == nil)
        try plan.approve(1, by: nurse, at: after(1))
        #expect(try fhir().state == .approved && fhir().approvedBy == "hc-7")
        try plan.activate(by: nurse, at: after(2))
        #expect(try fhir().state == .active && fhir().begins?.text == "2026-11-21T15:47:00+09:00")
        try plan.change(to: #require(try proposed(.example(sppb: 5))), by: nurse, at: after(3), reason: "knee")
        #expect(try fhir().state == .active && fhir().notes == ["vivifrail.sppb.C"])
        try plan.approve(2, by: nurse, at: after(4))
        #expect(try fhir().state == .active)
        try plan.end(by: nurse, at: after(5), reason: "done")
        #expect(try fhir().state == .ended && fhir().ends?.text == "2026-11-21T15:50:00+09:00")
    }

    @Test func `every line is an activity with days and amount`() throws {
        let fhir = try fhir()
        let walking = try #require(fhir.activities.first { $0.code == "걷기" })
        #expect(walking.timesPerWeek == 5 && walking.minutes == 15 && walking.instruction == "15분")
        #expect(fhir.activities.count == plan.content(1)?.lines.count)
        #expect(fhir.created.text == "2026-11-21T15:45:00+09:00" && fhir.title == "이번 주 운동")
    }
}
