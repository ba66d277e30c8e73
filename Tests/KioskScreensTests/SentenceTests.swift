import FitnessMeasure
import Foundation
import KioskUI
import SignageFeed
import Testing

@testable import KioskScreens

/// Sentences with gaps: what fills them, in every language.
struct SentenceTests {
    /// Every text of a words file by its path, such as `wall.busIn`.
    private func texts(_ language: Language) throws -> [String: String] {
        let file = House.assets.appending(path: "words/\(language.rawValue).json")
        var texts: [String: String] = [:]
        func walk(_ path: String, _ value: Any) {
            if let text = value as? String { texts[path] = text }
            for (index, part) in (value as? [Any] ?? []).enumerated() { walk("\(path).\(index)", part) }
            for (key, part) in value as? [String: Any] ?? [:] { walk(path.isEmpty ? key : "\(path).\(key)", part) }
        }
        walk("", try JSONSerialization.jsonObject(with: Data(contentsOf: file)))
        return texts
    }

    /// All that the methods of ``Words`` say with sample values.
    private func told(_ words: Words) throws -> [String] {
        try time(words) + wall(words) + people(words) + measured(words)
    }

    private var now: Date { Gallery.now.wall }
    private var calendar: Calendar { House.calendar }

    private func time(_ words: Words) -> [String] {
        let points = [
            words.date(now, calendar), words.clock(now, calendar), words.spokenTime(now, calendar),
            words.spokenTime(now + 48 * 60, calendar), words.hour(now, from: now, calendar),
            words.hour(now + 86_400, from: now, calendar), words.day(now, calendar),
        ]
        return points + [5, 300, 7200, 200_000].map { words.ago($0) }
            + [0, 1, 5].map { words.daysAgo(now - 86_400 * $0, at: now, calendar) }
    }

    private func wall(_ words: Words) -> [String] {
        let session = ClassSession(
            id: "1", programme: "윷놀이", startsAt: now, endsAt: now + 3600, place: "마루", instructor: "이영자")
        let arrivals = [
            BusBoard.Arrival(route: "1", seconds: 60, isLast: true), .init(route: "2", seconds: 600, isLowFloor: true),
            .init(route: "3", seconds: 600, stopsBefore: 4),
        ]
        let notices = [now - 86_400 * 3, nil].map {
            Notice(id: "1", title: "하나", text: "", from: "보건소", publishedAt: $0)
        }
        let facts = [
            words.degrees(-3.4), words.feelsLike(-7), words.feelsLike(7), words.forecastAge(now, at: now, calendar),
            words.bus(in: 30), words.bus(in: 300), words.busAge(stop: "앞", "지금"), words.classLine(session, calendar),
            words.classPlace(session),
        ]
        return facts + notices.map { words.noticeAge($0, at: now, calendar) } + arrivals.map { words.busNote($0) }
    }

    private func people(_ words: Words) -> [String] {
        var again = Gallery.visit
        again.isFirstToday = false
        return [
            words.honoured("김영순"), words.welcome("김영순"), words.whose("김영순", "혈압"),
            words.attendance(Gallery.visit), words.attendance(again), words.birth(year: 1948, month: 5),
            words.bornIn(5), words.supporterNamed("이영자"), words.isItTheirs("김영순"), words.trayCount(3),
        ]
    }

    private func measured(_ words: Words) throws -> [String] {
        let catalogue = try House.setup().tests
        let half = DecimalValue(mantissa: 5, exponent: -1)
        let visit = Gallery.visit
        let entry = TrayEntry(id: visit.id, values: Gallery.grip.values, receivedAt: now, isSimulated: false)
        let values = [
            words.pulse(half), words.pressing(nil), words.pressing(half),
            words.screening.place(["nth": "1", "count": "6"]),
            words.secondsLeft(tenths: 141), words.resultCaption("김영순", now, calendar), words.told(entry, calendar),
            words.countdownSeconds(.seconds(20)),
        ]
        let limits: [RangeFinding] = [
            .impossiblyLow("", limit: half), .impossiblyHigh("", limit: half), .noLimits,
        ]
        let tests = catalogue.tests.flatMap { test in
            [words.amount(half, of: test), words.change(.more(half), of: test), words.change(.less(half), of: test)]
                + limits.map { words.refusal($0, unit: test.test.items.first?.unit, of: test) }
        }
        let told = ["what": words.records.grip]
        let result = [
            words.result.strength(told), words.result.workOn(told), words.test.course(["metres": "4"]),
            words.test.detailed(["name": words.records.grip, "detail": words.test.leftHand]),
        ]
        return values + result + visit.earlier.map { words.told($0, catalogue) }
            + [words.lastTime(visit)].compactMap { $0 } + tests
    }

    @Test(arguments: Language.allCases) func `every sentence can be filled`(language: Language) throws {
        let told = try told(House.words(language))
        #expect(told.allSatisfy { !$0.isEmpty && !$0.contains("{") && !$0.contains("}") })
    }

    @Test(arguments: Language.allCases) func `no language asks for a value that Korean does not know`(
        language: Language
    ) throws {
        // What the code offers beyond what the Korean sentence uses.
        let offered: [String: Set<String>] = [
            "time.hour": ["half"], "time.whole": ["monthName"], "time.exact": ["minute2"], "time.date": ["monthName"],
            "time.day": ["monthName"], "enrolment.month": ["name"], "home.attendedFirst": ["count"],
        ]
        let korean = try texts(.korean)
        for (path, text) in try texts(language) {
            let known = Set(gaps(try #require(korean[path], "\(path)"))).union(offered[path] ?? [])
            #expect(Set(gaps(text)).isSubset(of: known), "\(path): \(text)")
        }
        #expect(try texts(language).keys == korean.keys)
    }

    private func gaps(_ text: String) -> [String] {
        text.matches(of: /\{([A-Za-z0-9]+)\}/).map { String($0.1) }
    }

    @Test func `no Korean sentence is longer than forty syllables`() throws {
        for (path, text) in try texts(.korean) {
            for line in text.split(separator: "\n") {
                let syllables = line.unicodeScalars.filter { (0xAC00...0xD7A3).contains($0.value) }.count
                #expect(syllables <= 40, "\(path)")
            }
        }
    }
}
