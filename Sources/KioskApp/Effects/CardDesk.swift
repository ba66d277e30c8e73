import Crypto
import Foundation
import KioskScreens
import SeniorCard
import SyncClient

/// Makes and knows the municipality's cards. Before the kiosk is enrolled it works with a key of its own, so that
/// a centre can begin on its first day; such cards stay good here afterwards, and are genuine nowhere else.
struct CardDesk: Sendable {
    private let key: MunicipalityKey
    private let earlier: MunicipalityKey?

    init(key: MunicipalityKey, earlier: MunicipalityKey? = nil) { (self.key, self.earlier) = (key, earlier) }

    func issue() throws -> CardNumber {
        var generator = SystemRandomNumberGenerator()
        return CardNumber.make(key: key, using: &generator)
    }

    func digest(_ number: CardNumber) -> String { number.digest(key) }
    /// Under every key that this kiosk has issued cards with, the present one first.
    func digests(_ number: CardNumber) -> [String] { [key, earlier].compactMap { $0.map(number.digest) } }
    func isGenuine(_ number: CardNumber) -> Bool { number.isGenuine(for: key) }
}
