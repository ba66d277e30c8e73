import Foundation
import KioskStore
import KoreanText
import SeniorCard
import SyncWire

/// The demonstration's seniors, all invented, as `seeds/people.json` has them.
struct DemoPeople: Sendable {
    let seeds: URL
    let cards: CardDesk
    /// Only this centre's people belong to the kiosk; all, while it is not enrolled.
    let centreID: String?

    /// What the mirror offers to hold to the scanner.
    struct Card: Sendable {
        var name: String
        var number: String
    }

    private struct File: Decodable {
        var people: [Entry]
    }

    private struct Entry: Decodable {
        var personID: UUID
        var name: String
        var birthYear: Int
        var birthMonth: Int
        var sex: String
        var phoneLastDigits: String?
        var centreID: String
        var consentsToHealthData: Bool
        var cardNumber: String

        var senior: SeniorToStore {
            SeniorToStore(
                name: name, initials: InitialConsonants.of(name), birthYear: birthYear, birthMonth: birthMonth,
                sex: sex == "F" ? .female : .male, phoneLastDigits: phoneLastDigits, consentsToMembership: true,
                consentsToHealthData: consentsToHealthData, helpedBy: nil)
        }
    }

    /// Enters those who are not there yet; says whose cards there are.
    func settle(in store: KioskStore) async throws -> [Card] {
        let file = try JSONDecoder().decode(File.self, from: try Data(contentsOf: seeds.appending(path: "people.json")))
        let mine = file.people.filter { centreID == nil || $0.centreID == centreID }.prefix(12)
        var cards: [Card] = []
        for entry in mine {
            let number = try CardNumber(parsing: entry.cardNumber)
            try await store.takeIn(
                RosterEntry(id: entry.personID, senior: entry.senior, cardDigest: self.cards.digest(number)))
            cards.append(Card(name: entry.name, number: entry.cardNumber))
        }
        return cards
    }
}
