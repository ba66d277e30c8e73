import Crypto
import FitnessMeasure
import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import SyncWire
import Testing

@testable import CentralServer

@Suite struct PlanDownlinkTests {
    private static let kim = UUID(uuidString: DashboardOffice.kim) ?? UUID()

    /// A woman of the pine centre with a plan that is proposed.
    private static func office(consents: Bool = true) async throws -> SyncOffice {
        let office = try await SyncOffice.make()
        let tables = try DashboardOffice.health.get()
        try await office.store.write { db in
            try Person(
                id: kim.uuidString, name: "김순자", birthYear: 1948, birthMonth: 12, sex: .female, phoneLast4: nil,
                centreId: "pine", healthConsent: consents, membershipConsent: true, helpedBy: nil,
                enrolledAt: SyncOffice.morning
            ).insert(db)
            let basis = try PlanBasis(sex: .female, sppb: SPPBTotal(8), weakest: [.balance], gate: .go)
            let day = try PlanDay(LocalDay(SyncOffice.morning))
            guard case .plan(let content) = tables.plans.propose(basis, from: day) else { return }
            let plan = ExercisePlan(
                id: UUID(), proposing: content, by: PlanActor(.rules, id: "2026-11"),
                at: PlanMoment(SyncOffice.morning))
            try StoredPlan.insert(
                plan, of: kim.uuidString, on: LocalDay(SyncOffice.morning), tables: "2026-11", basis: basis, db)
        }
        return office
    }

    /// Takes a step of the plan as the nurse.
    private static func step(_ office: SyncOffice, _ take: @escaping @Sendable (inout ExercisePlan) throws -> Void)
        async throws
    {
        try await office.store.write { db in
            let stored = try #require(try StoredPlan.underWay(db, person: kim.uuidString))
            var plan = stored.plan
            try take(&plan)
            try stored.save(plan, db)
        }
    }

    private static func approve(_ office: SyncOffice) async throws {
        try await step(office) { plan in
            try plan.approve(1, by: PlanActor(.healthCentre, id: "nurse"), at: PlanMoment(SyncOffice.morning))
            try plan.activate(by: PlanActor(.healthCentre, id: "nurse"), at: PlanMoment(SyncOffice.morning))
        }
    }

    private static func ask(
        _ kiosk: SyncKiosk, _ client: any TestClientProtocol, after mark: PlanMark? = nil
    ) async throws -> PlanBatch {
        let answer = try await kiosk.get(WirePath.plans(kiosk.deviceID, after: mark), client)
        try #require(answer.status == 200)
        return try CanonicalJSON.decode(PlanBatch.self, from: answer.body)
    }

    @Test func `a proposal is only said to be waiting, an approved plan comes without what made it`() async throws {
        let office = try await Self.office()
        let kiosk = try await office.kiosk(at: "pine")
        try await office.serve { client in
            let first = try await Self.ask(kiosk, client)
            #expect(first.isWhole && first.isLast && first.items.map(\.standing) == [.waiting])
            #expect(first.items.allSatisfy { $0.content == nil })
            try await Self.approve(office)
            let next = try await Self.ask(kiosk, client, after: first.mark)
            #expect(!next.isWhole && next.items.map(\.standing) == [.inForce])
            let text = try #require(next.items.first?.content)
            let content = try JSONDecoder().decode(PlanContent.self, from: Data(text.utf8))
            #expect(!content.lines.isEmpty && content.reasons.isEmpty && content.level == nil && content.rules.isEmpty)
            #expect(!text.contains("vivifrail") && !text.contains("김순자"))
            #expect(text.utf8.count <= WireLimit.bytesPerPlan)
            #expect(try await Self.ask(kiosk, client, after: next.mark).items.isEmpty)
        }
    }

    @Test func `a plan that ended, a consent withdrawn, a move and a person's end all take it away`() async throws {
        let changes: [@Sendable (SyncOffice) async throws -> Void] = [
            { office in
                try await Self.step(office) { plan in
                    try plan.end(
                        by: PlanActor(.healthCentre, id: "nurse"), at: PlanMoment(SyncOffice.morning), reason: "wish")
                }
            },
            { try await $0.store.write { try $0.execute(sql: "UPDATE person SET healthConsent = 0") } },
            { try await $0.store.write { try $0.execute(sql: "UPDATE person SET centreId = 'oak'") } },
            { try await $0.store.write { try $0.execute(sql: "DELETE FROM person") } },
        ]
        for change in changes {
            let office = try await Self.office()
            try await Self.approve(office)
            let kiosk = try await office.kiosk(at: "pine")
            try await office.serve { client in
                let first = try await Self.ask(kiosk, client)
                #expect(first.items.map(\.standing) == [.inForce])
                try await change(office)
                let next = try await Self.ask(kiosk, client, after: first.mark)
                #expect(next.items == [PlanItem(personID: Self.kim, standing: .none)])
            }
        }
    }

    @Test func `only the kiosks of the person's own centre hear of it, and only with a signature`() async throws {
        let office = try await Self.office()
        try await Self.approve(office)
        let (oak, stranger) = (
            try await office.kiosk(at: "oak"), SyncKiosk(serverKey: office.office.identity.signingKey.publicKey)
        )
        try await office.serve { client in
            #expect(try await Self.ask(oak, client).items.isEmpty)
            let refused = try await stranger.get(WirePath.plans(stranger.deviceID, after: nil), client)
            #expect(refused.code == "unknown_device")
            let forged = try await oak.request(
                .get, WirePath.plans(oak.deviceID, after: PlanMark(incarnation: "x", cursor: 1)), Data(), client,
                signing: WirePath.plans(oak.deviceID, after: nil))
            #expect(forged.code == "bad_signature")
        }
    }

    @Test func `a mark of another life of the office gives the whole`() async throws {
        let office = try await Self.office()
        let kiosk = try await office.kiosk(at: "pine")
        try await office.serve { client in
            let incarnation = office.office.identity.incarnation
            for mark in [
                PlanMark(incarnation: "another", cursor: 1), PlanMark(incarnation: incarnation, cursor: 99),
                PlanMark(incarnation: incarnation, cursor: -1),
            ] {
                let batch = try await Self.ask(kiosk, client, after: mark)
                #expect(batch.isWhole && batch.items.count == 1)
            }
        }
    }

    @Test func `a referral is told instead of a plan until the person was seen`() async throws {
        let office = try await Self.office()
        try await Self.approve(office)
        let kiosk = try await office.kiosk(at: "pine")
        try await office.store.write { db in
            try StoredReferral.insert(
                ["acsm_rest_sys"], of: Self.kim.uuidString, by: "nurse", at: SyncOffice.morning, db)
        }
        try await office.serve { client in
            let first = try await Self.ask(kiosk, client)
            #expect(first.items.map(\.standing) == [.referred])
            try await office.store.write {
                try StoredReferral.close($0, person: Self.kim.uuidString, by: "nurse", at: SyncOffice.morning)
            }
            #expect(try await Self.ask(kiosk, client, after: first.mark).items.map(\.standing) == [.inForce])
        }
    }

    @Test func `answers before the tests are taken once, with consent`() async throws {
        for consents in [true, false] {
            let office = try await Self.office(consents: consents)
            var kiosk = try await office.kiosk(at: "pine")
            let body = ScreeningAnswered(
                screeningID: UUID(), personID: Self.kim, visitID: UUID(),
                answers: [.init(question: "symptoms_now", answer: "yes")])
            let lines = [try kiosk.line(body, about: Self.kim), try kiosk.line(body, about: Self.kim)]
            let sender = kiosk
            try await office.serve { client in
                let reply = try await sender.send(lines, to: client)
                #expect(
                    reply.results.map(\.status) == (consents ? [.stored, .quarantined] : [.quarantined, .quarantined]))
                #expect(reply.results.last?.code == (consents ? "screening_taken" : "no_health_consent"))
            }
            #expect(try await office.count("screening") == (consents ? 1 : 0))
        }
    }
}
