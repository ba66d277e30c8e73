import Foundation
import GRDB
import HummingbirdTesting
import SyncWire

@testable import CentralServer

extension DashboardOffice {
    /// Values of one test, as a kiosk sends them.
    typealias Sent = (test: String, quantity: String, decimal: String, unit: String)

    /// A battery that opens every factor: a woman of 77 who walks at 0.9 m/s.
    static let wholeBattery: [Sent] = [
        ("weight", "weight", "56.0", "kg"), ("height", "height", "152.0", "cm"),
        ("grip_relative", "grip", "19.0", "kg"), ("chair_stand_30s", "repetitions", "14", "{repetitions}"),
        ("tug_3m_fast", "duration", "7.4", "s"), ("figure8_walk", "duration", "31.2", "s"),
        ("sit_reach_floor", "reach", "9.5", "cm"), ("step_2min", "repetitions", "88", "{repetitions}"),
        ("gait_speed_usual", "speed", "0.9", "m/s"),
    ]

    /// What a kiosk says of how a reading came about.
    struct Came {
        var protocolID: String?
        var side: String?
        var source: String?
        var tables: String?
        var flags: [String] = []
        var claimedWhy: String?
    }

    /// Measured so many days ago, some minutes apart.
    func measure(_ sent: [Sent], of person: String = kim, daysAgo: Int = 0, came: Came = Came()) async throws {
        let begins = Self.morning.addingTimeInterval(Double(daysAgo) * -86_400 - 3600)
        try await store.write { db in
            for (index, value) in sent.enumerated() {
                var reading = OfficeReading(
                    id: UUID().uuidString, personId: person, centreId: "taejang", testId: value.test,
                    takenAt: begins.addingTimeInterval(Double(index) * 60),
                    valuesJSON:
                        #"[{"decimal":"\#(value.decimal)","quantity":"\#(value.quantity)","unit":"\#(value.unit)"}]"#,
                    simulated: false, flagsJSON: try Self.json(came.flags), clockState: .synced)
                (reading.protocolId, reading.side, reading.source) = (came.protocolID, came.side, came.source)
                (reading.tables, reading.claimedWhy) = (came.tables, came.claimedWhy)
                reading.claimedAt = came.claimedWhy.map { _ in Self.morning }
                try reading.insert(db)
            }
        }
    }

    func pressure(
        _ systolic: Int, _ diastolic: Int, of person: String = kim, minutesAgo: Int = 90, flags: [String] = []
    ) async throws {
        let values = [("systolic", systolic), ("diastolic", diastolic)].map { name, value in
            #"{"decimal":"\#(value)","quantity":"\#(name)","unit":"mm[Hg]"}"#
        }
        try await store.write { db in
            try OfficeReading(
                id: UUID().uuidString, personId: person, centreId: "taejang", testId: "blood_pressure",
                takenAt: Self.morning.addingTimeInterval(Double(-minutesAgo) * 60),
                valuesJSON: "[\(values.joined(separator: ","))]", simulated: false, flagsJSON: try Self.json(flags),
                clockState: .synced
            ).insert(db)
        }
    }

    /// The kiosk's gate decided.
    func gate(
        _ outcome: String, rules: [String] = [], unchecked: [String] = [], answers: [String: String] = [:],
        minutesAgo: Int = 80, of person: String = kim
    ) async throws {
        try await write(
            """
            INSERT INTO gateDecision (eventId, personId, visitId, decidedAt, battery, tables, outcome, answersJSON,
                rulesJSON, uncheckedJSON) VALUES (?, ?, 'v', ?, 'kspo-senior', '2026-11', ?, ?, ?, ?)
            """,
            [
                UUID().uuidString, person, Self.morning.addingTimeInterval(Double(-minutesAgo) * 60), outcome,
                try Self.json(answers), try Self.json(rules), try Self.json(unchecked),
            ])
    }

    func skip(_ test: String, _ reason: String, minutesAgo: Int = 70, of person: String = kim) async throws {
        try await write(
            """
            INSERT INTO skippedTest (eventId, personId, visitId, skippedAt, testId, reason, battery)
            VALUES (?, ?, 'v', ?, ?, ?, 'kspo-senior')
            """,
            [
                UUID().uuidString, person, Self.morning.addingTimeInterval(Double(-minutesAgo) * 60), test, reason,
            ])
    }

    private static func json(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
    }

    /// Forgets the readings that every test's office begins with.
    func forgetReadings() async throws { try await write("DELETE FROM reading") }

    /// The plan that is under way.
    func plan(of person: String = kim) async throws -> StoredPlan? {
        try await store.read { try StoredPlan.underWay($0, person: person) }
    }
}

extension Browser {
    /// A nurse who has opened the person with a reason.
    static func nurse(_ client: any TestClientProtocol, opens person: String) async throws -> Browser {
        let browser = try await Browser(client, as: "nurse")
        _ = try await browser.send("/seniors/\(person)/open", ["reason": "counselling"])
        return browser
    }
}
