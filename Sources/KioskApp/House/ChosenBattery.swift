import FitnessMeasure
import Foundation

/// The battery that the settings name. A municipality's own file that cannot be used takes no kiosk away from its
/// seniors: the standard battery is offered instead, and `kiosk doctor` says why.
struct ChosenBattery: Sendable {
    let battery: Battery
    /// What is wrong with the one that was named, with file, line and field.
    let problem: String?
}

extension Assets {
    /// `name` is an id of ``batteryIDs``, or the path of a file that ends in `.yaml`. Throws only if the standard
    /// battery itself cannot be read.
    func chosenBattery(_ name: String, of tests: TestCatalogue) throws -> ChosenBattery {
        do {
            return ChosenBattery(battery: try named(name, tests), problem: nil)
        } catch {
            let standard = try battery(Batteries.standard, of: tests)
            return ChosenBattery(battery: standard, problem: "\(error); \(standard.id) is used instead")
        }
    }

    private func named(_ name: String, _ tests: TestCatalogue) throws -> Battery {
        guard name.hasSuffix(".yaml") else {
            guard batteryIDs.contains(name) else { throw BatteryChoiceError.unknown(name, known: batteryIDs) }
            return try battery(name, of: tests)
        }
        let text: String
        do {
            text = try String(contentsOf: URL(filePath: name), encoding: .utf8)
        } catch {
            throw BatteryChoiceError.unreadable(name, reason: error.localizedDescription)
        }
        return try Battery(yaml: text, file: name, tests: tests)
    }

    /// The product's own.
    var batteryIDs: [String] { ["kspo-senior", "quick", "sft", "sppb", "vital-signs"] }
}

enum BatteryChoiceError: Error, Equatable, CustomStringConvertible {
    case unknown(String, known: [String])
    case unreadable(String, reason: String)

    var description: String {
        switch self {
        case .unknown(let name, let known):
            "measuring.battery: there is no battery \(name); one of \(known.joined(separator: ", ")), or a .yaml file"
        case .unreadable(let file, let reason): "measuring.battery: \(file) cannot be read: \(reason)"
        }
    }
}
