import FitnessMeasure
import Foundation
import KioskUI
import SeniorCard
import SignageFeed

/// Every screen in its typical states, with invented people: for pictures, for tests of layout, for translators.
public struct Gallery: Sendable {
    /// A name and the state that shows it.
    public struct Piece: Sendable {
        public var name: String
        public var app: App
    }

    /// Friday, 20 November 2026, 9:12 in Korea: the hour of the demonstration feeds.
    public static let now = Moment(
        monotonic: .seconds(86_400), wall: Date(timeIntervalSince1970: 1_795_133_520))

    var setup: App.Setup
    let number: CardNumber

    /// `number` is any card number; pictures show it.
    public init(setup: App.Setup, number: CardNumber) {
        (self.setup, self.number) = (setup, number)
    }

    public var pieces: [Piece] { walls + arriving + enrolling + atHome + measuring + planned + staffed }

    func piece(_ name: String, _ change: (inout App) -> Void) -> Piece {
        var app = App(setup: setup)
        app.wall.snapshot = Self.snapshot
        app.lastActivity = Self.now.monotonic
        app.instruments = [.cuff: .ready, .grip: .ready]
        change(&app)
        return Piece(name: name, app: app)
    }

    func visiting(_ name: String, _ screen: App.Screen, _ change: (inout App) -> Void = { _ in }) -> Piece {
        piece(name) { app in
            app.visit = Self.visit
            app.screen = screen
            change(&app)
        }
    }

    private var walls: [Piece] {
        [
            piece("wall") { _ in },
            piece("wall-empty") { $0.wall.snapshot = nil },
            piece("wall-simulated") { $0.wall.isSimulated = true },
            piece("wall-no-notice") { $0.wall.snapshot?.notices = [] },
            piece("wall-stale") { app in
                app.wall.snapshot?.weather?.issuedAt -= 86_400 * 3
                app.wall.snapshot?.buses?.issuedAt -= 600
            },
        ] + alerting + stories
    }

    private var arriving: [Piece] {
        [
            piece("start") { $0.screen = .start },
            piece("looking") { $0.screen = .looking },
            piece("sorry") { $0.screen = .sorry },
            piece("find") { $0.screen = .find(FindPerson()) },
            piece("find-initials") { $0.screen = .find(FindPerson(way: .initials)) },
            piece("find-phone") { $0.screen = .find(FindPerson(way: .phone)) },
            piece("find-results") { app in
                var find = FindPerson(way: .initials)
                find.found = [Self.visit.person, Self.other]
                app.screen = .find(find)
            },
            piece("find-nobody") { app in
                var find = FindPerson(way: .phone)
                find.found = []
                app.screen = .find(find)
            },
        ]
            + CardTrouble.allCases.map { trouble in
                piece("card-" + trouble.rawValue) { $0.screen = .cardTrouble(trouble) }
            }
    }

    private var enrolling: [Piece] {
        let objected: [(Enrolment.Step, Enrolment.Objection)] = [
            (.name, .nameMissing), (.birthYear, .yearOutOfRange), (.review, .notSaved),
        ]
        return Enrolment.Step.allCases.map { enrolling($0, nil) } + objected.map { enrolling($0, $1) }
    }

    private func enrolling(_ step: Enrolment.Step, _ objection: Enrolment.Objection?) -> Piece {
        piece("enrol-\(step)" + (objection.map { "-\($0)" } ?? "")) { app in
            var enrolment = Enrolment(supporters: setup.supporters, step: step)
            enrolment.keys = step == .name && objection == nil ? Array("ㄱㅣㅁㅇㅕㅇㅅㅜㄴ") : []
            enrolment.yearDigits = objection == nil ? "4" : ""
            enrolment.senior = Self.newSenior
            enrolment.objection = objection
            app.screen = .enrolment(enrolment)
        }
    }

    private var atHome: [Piece] {
        [
            visiting("new-card", .newCard(number)),
            visiting("home", .home(Home())),
            visiting("classes", .classes(page: 0)),
            visiting("home-attendance-only", .home(Home())) { $0.visit?.person.consentsToHealthData = false },
            visiting("records-none", .records(Self.openRecords)) { $0.visit?.earlier = [] },
            visiting("records-locked", .records(Records())),
            visiting("records", .records(Self.openRecords)),
            visiting("help", .home(Home())) { $0.overlay = .help },
            visiting("idle", .home(Home())) {
                $0.overlay = .idle; $0.lastActivity -= .seconds(100)
            },
            visiting("display", .home(Home())) { $0.overlay = .display(page: 0) },
        ]
    }
}
