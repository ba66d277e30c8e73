import FitnessMeasure
import Foundation

let batteryFolder = repository.appending(path: "assets/batteries")

private let shipped = Result {
    try TestCatalogue(folder: batteryFolder, fitness: repository.appending(path: "assets/fitness"))
}

/// The tests that the kiosk ships, read once.
func shippedCatalogue() throws -> TestCatalogue { try shipped.get() }

/// A battery that the kiosk ships.
func shippedBattery(_ id: String) throws -> Battery {
    let batteries = try Batteries(folder: batteryFolder.appending(path: "sets"), tests: shippedCatalogue())
    guard let battery = batteries[id] else { throw NoSuchBattery(id: id) }
    return battery
}

struct NoSuchBattery: Error { let id: String }

extension LocalText {
    /// The same words in all languages.
    static func example(_ text: String) -> LocalText { LocalText(ko: text, en: text, zh: text, ja: text) }
}

extension String {
    /// A text with one passage changed, as somebody would who edits a file.
    func editing(_ passage: String, to other: String) -> String { replacing(passage, with: other) }
}
