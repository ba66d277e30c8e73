import FitnessMeasure
import Foundation
import KioskScreens

/// An instrument of the settings with its driver's data, checked: the driver exists, and it measures what its tests ask.
struct AttachedInstrument: Sendable {
    enum Road: Sendable {
        case bluetooth(GattFamily, address: String?)
        case serial(LineProfile, [DeviceMatch])
        /// It types.
        case keyboard(LineProfile, path: String)
    }

    let place: InstrumentPlace
    let road: Road

    var id: Instrument { place.id }

    /// Throws ``AttachmentError`` with the key to put right.
    init(_ settings: InstrumentSettings, drivers: Drivers, tests: TestCatalogue) throws {
        let manifest: DriverManifest
        if let family = GattFamily.named(settings.driver) {
            (road, manifest) = (.bluetooth(family, address: settings.address), family.manifest)
        } else {
            let profile = try drivers.profile(settings)
            manifest = profile.manifest
            road =
                settings.keyboard.map { .keyboard(profile, path: $0) }
                ?? .serial(profile, settings.port.map { [.path($0)] } ?? profile.ports)
        }
        let served = try Self.tests(settings, manifest, tests)
        let isWired = if case .bluetooth = road { false } else { true }
        place = InstrumentPlace(
            Instrument(rawValue: settings.name), tests: served, isWired: isWired, title: manifest.title,
            unverified: manifest.unverified.count)
    }

    /// Those that the settings name, or those that only this can mean.
    private static func tests(
        _ settings: InstrumentSettings, _ manifest: DriverManifest, _ catalogue: TestCatalogue
    ) throws -> [FitnessTestID] {
        guard let named = settings.tests else {
            let own = catalogue.tests.filter { $0.isMeant(by: manifest.quantities, in: catalogue) }.map(\.id)
            guard !own.isEmpty else { throw AttachmentError.testsMissing(settings.name) }
            return own
        }
        return try named.map { name in
            guard let test = catalogue[FitnessTestID(rawValue: name)] else {
                throw AttachmentError.unknownTest(settings.name, test: name)
            }
            let needed = test.test.items.filter(\.isRequired).map(\.quantity)
            guard needed.allSatisfy(manifest.quantities.contains) else {
                throw AttachmentError.measuresNothingFor(settings.name, driver: settings.driver, test: name)
            }
            return test.id
        }
    }
}

/// The profile files that the settings can name: those of the assets, and any other by its path.
struct Drivers: Sendable {
    let folder: URL

    /// A driver's id is its file's name without `.yaml`.
    func profile(_ settings: InstrumentSettings) throws -> LineProfile {
        let name = settings.driver.hasSuffix(".yaml") ? settings.driver : settings.driver + ".yaml"
        let places = [folder.appending(path: name), URL(filePath: name)]
        guard let file = places.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw AttachmentError.unknownDriver(settings.name, driver: settings.driver)
        }
        return try LineProfile(yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    }
}

/// Why an instrument of the settings cannot be attached.
enum AttachmentError: Error, Equatable, CustomStringConvertible {
    case unknownDriver(String, driver: String)
    case unknownTest(String, test: String)
    case measuresNothingFor(String, driver: String, test: String)
    /// Several tests ask for what it measures.
    case testsMissing(String)

    var description: String {
        switch self {
        case .unknownDriver(let name, let driver):
            "setting instrument.\(name).driver: there is no driver \(driver); `kiosk device list` shows them"
        case .unknownTest(let name, let test): "setting instrument.\(name).tests: there is no test \(test)"
        case .measuresNothingFor(let name, let driver, let test):
            "setting instrument.\(name).tests: \(driver) does not measure what \(test) asks for"
        case .testsMissing(let name):
            "setting instrument.\(name).tests is needed: several tests ask for what it measures"
        }
    }
}

extension TestProtocol {
    /// True if a driver of these quantities can be there for this test alone: no other test asks for the same value,
    /// and it is not only a companion of another test's value, as the pulse is of a blood pressure.
    fileprivate func isMeant(by quantities: [QuantityKind], in catalogue: TestCatalogue) -> Bool {
        guard let wanted = test.items.first?.quantity, quantities.contains(wanted) else { return false }
        return !catalogue.tests.contains { other in
            guard other.id != id, let first = other.test.items.first?.quantity else { return false }
            let isCompanion = quantities.contains(first) && other.test.items.contains { $0.quantity == wanted }
            return first == wanted || isCompanion
        }
    }
}
