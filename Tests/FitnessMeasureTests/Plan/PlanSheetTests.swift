import Foundation
import Testing

@testable import FitnessMeasure

@Suite struct PlanSheetTests {
    private static func content(_ level: PlanLevel? = nil) throws -> PlanContent {
        let tables = try shippedPlanTables()
        let basis = try PlanBasis(sex: .female, sppb: SPPBTotal(8), weakest: [.balance], gate: .go)
        let day = try #require(PlanDay(year: 2026, month: 11, day: 21))
        guard case .plan(let content) = tables.propose(basis, from: day, level: level) else {
            throw CancellationError()
        }
        return content
    }

    @Test(arguments: [
        ("2026-11-21", 1), ("2026-11-27", 1), ("2026-11-28", 2), ("2026-12-31", 6), ("2027-11-21", 53),
        ("2026-11-01", 1),
    ])
    func `the week is counted from the day on which the plan begins`(day: String, week: Int) throws {
        #expect(try Self.content().week(on: try #require(PlanDay(day))) == week)
    }

    @Test(arguments: [
        ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1), ("2026-12-31", "2027-01-01", 1),
    ])
    func `days are counted over months, leap days and years`(from: String, to: String, days: Int) throws {
        let (first, last) = (try #require(PlanDay(from)), try #require(PlanDay(to)))
        #expect(first.days(to: last) == days && last.days(to: first) == -days)
        #expect(first.adding(days: days) == last)
    }

    @Test func `a sheet has every line in all languages and grows with the week`() throws {
        let (tables, content) = (try shippedPlanTables(), try Self.content())
        let first = tables.sheet(content, on: content.begins)
        let later = tables.sheet(content, on: content.begins.adding(days: 70))
        #expect(first.rows.count == content.lines.count && later.week == 11)
        for language in TextLanguage.allCases {
            #expect(first.rows.allSatisfy { !$0.name[language].isEmpty && !$0.amount[language].isEmpty })
        }
        #expect(first.rows.map(\.amount) != later.rows.map(\.amount))
    }

    @Test func `what leaves the office holds no level, reason or rule, and the same exercises`() throws {
        let (tables, content) = (try shippedPlanTables(), try Self.content())
        let bare = content.withoutReasons
        #expect(bare.level == nil && bare.reasons.isEmpty && bare.rules.isEmpty && bare.unfilled.isEmpty)
        #expect(bare.lines.allSatisfy { $0.sources.isEmpty })
        #expect(tables.sheet(bare, on: content.begins) == tables.sheet(content, on: content.begins))
    }

    @Test func `a level that the health centre chose counts before the measured one`() throws {
        #expect(try Self.content().level == .c)
        let chosen = try Self.content(.a)
        #expect(chosen.level == .a && chosen.reasons.first?.rule == "health_centre.A")
        #expect(chosen.lines.allSatisfy { ![.floor, .jump, .water].contains($0.position) })
    }

    @Test func `no choice of a level opens a gate that stopped`() throws {
        let basis = try PlanBasis(sex: .male, gate: .stopAndRefer, gateRules: ["acsm_rest_sys"])
        let day = try #require(PlanDay("2026-11-21"))
        let proposal = try shippedPlanTables().propose(basis, from: day, level: .d)
        #expect(proposal == .referral(Referral(rules: ["acsm_rest_sys"])))
    }
}
