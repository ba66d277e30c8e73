import Crypto
import Foundation
import KioskScreens
import SeniorCard
import SyncClient

/// Makes and knows the municipality's cards. Before the kiosk is enrolled it works with a key of its own, so that
/// a centre can begin on its first day; such cards are genuine here only.
struct CardDesk: Sendable {
    private let key: MunicipalityKey
    private let draw: @Sendable (CardNumber, String) -> Void

    /// `draw` leaves the card's pictures with the printer's queue.
    init(key: MunicipalityKey, draw: @escaping @Sendable (CardNumber, String) -> Void) {
        (self.key, self.draw) = (key, draw)
    }

    func issue() throws -> CardNumber {
        var generator = SystemRandomNumberGenerator()
        return CardNumber.make(key: key, using: &generator)
    }

    func digest(_ number: CardNumber) -> String { number.digest(key) }
    func isGenuine(_ number: CardNumber) -> Bool { number.isGenuine(for: key) }
    func print(_ number: CardNumber, name: String) { draw(number, name) }
}
