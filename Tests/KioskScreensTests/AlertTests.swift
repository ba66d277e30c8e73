import Foundation
import KioskUI
import SignageFeed
import Testing

@testable import KioskScreens

struct AlertTests {
    private func message(
        _ name: String = "one", _ severity: AlertMessage.Severity = .severe,
        kind: AlertMessage.Kind = .alert, status: AlertMessage.Status = .actual,
        ends: TimeInterval = 3600, area: String? = nil, replaces: [AlertMessage.Reference] = []
    ) -> AlertMessage {
        let at = Gallery.now.wall - 60
        return AlertMessage(
            reference: .init(sender: "test", identifier: name, sent: at), status: status, kind: kind,
            references: replaces,
            infos: [
                AlertMessage.Info(
                    language: "ko-KR", event: "산사태", severity: severity, senderName: "가상군",
                    headline: "산사태 경보", text: "가까운 대피소로 이동하십시오.", effective: at,
                    expires: Gallery.now.wall + ends, areas: area.map { [.init(name: $0)] } ?? [])
            ])
    }

    private func house(_ messages: AlertMessage...) throws -> House {
        var house = try House()
        house.publish(messages)
        return house
    }

    @Test func `a grave message has the whole wall, word for word, until it ends`() throws {
        var house = try house(message(ends: 600))
        #expect(house.app.screenName == "alert")
        #expect(house.texts.contains("가까운 대피소로 이동하십시오."))
        house.wait(601)
        #expect(house.app.screenName == "wall")
    }

    @Test func `what is only advice leaves the wall visible under a strip`() throws {
        let house = try house(message("one", .moderate))
        #expect(house.app.screenName == "wall")
        #expect(house.texts.contains { $0.contains("산사태 경보") })
    }

    @Test func `a touch goes past the alert, and it returns when nobody is there`() throws {
        var house = try house(message())
        let touched = house.tap("wall")
        try #require(touched != nil)
        #expect(house.app.screenName == "start")
        house.wait(121)
        #expect(house.app.screenName == "alert")
    }

    @Test(arguments: [(AlertMessage.Severity.severe, "home"), (.extreme, "alert")])
    func `only the gravest breaks in on somebody`(severity: AlertMessage.Severity, screen: String) throws {
        var house = try House()
        try house.welcome()
        house.publish([message("one", severity)])
        #expect(house.app.screenName == screen)
    }

    @Test func `past the gravest one a person goes on where they were`() throws {
        var house = try House()
        try house.welcome()
        house.publish([message("one", .extreme)])
        let touched = house.tap("wall")
        try #require(touched != nil)
        #expect(house.app.screenName == "home")
    }

    @Test func `a cancelled message goes, and does not come back`() throws {
        let first = message()
        var house = try house(first)
        house.publish([message("two", kind: .cancel, replaces: [first.reference])])
        #expect(house.app.screenName == "wall")
        house.publish([first])
        #expect(house.app.screenName == "wall")
    }

    @Test(arguments: [AlertMessage.Status.test, .exercise, .draft, .system])
    func `what is not real is never shown as real`(status: AlertMessage.Status) throws {
        #expect(try house(message(status: status)).app.screenName == "wall")
    }

    @Test(arguments: [("충청북도 옥천군", "alert"), ("부산광역시 중구", "wall")])
    func `a message for elsewhere is not for here`(area: String, screen: String) throws {
        var setup = try House.setup(supporters: [])
        setup.site = AlertSite(region: "충청북도 옥천군 옥천읍")
        var house = try House()
        house.app = App(setup: setup)
        house.publish([message(area: area)])
        #expect(house.app.screenName == screen)
    }

    @Test func `no part of a long message is left out`() {
        let text = (0..<400).map { "낱말\($0)" }.joined(separator: " ")
        let parts = AlertPage.parts(of: text)
        #expect(parts.count > 1)
        #expect(parts.joined(separator: " ") == text)
        #expect(parts.allSatisfy { $0.count <= AlertPage.syllablesPerPart })
    }

    @Test func `no notice can look like an alert`() throws {
        var house = try House()
        house.app.wall.snapshot?.notices = [
            Notice(id: "1", title: "긴급 재난문자", text: "산사태 경보", from: "누구", publishedAt: nil)
        ]
        let red = house.app.theme(pitch: 0.311).palette[.dancheongRed]
        let grounds = house.frame.commands.compactMap { command -> Color? in
            if case .box(_, _, let ground, _, _) = command { return ground }
            return nil
        }
        #expect(!grounds.contains(red))
        #expect(
            try self.house(message()).frame.commands.contains { command in
                if case .fill(_, red) = command { return true }
                return false
            })
    }
}

extension House {
    fileprivate mutating func publish(_ messages: [AlertMessage]) {
        var snapshot = Gallery.snapshot
        snapshot.alerts = messages
        send(.wallChanged(snapshot))
    }
}
