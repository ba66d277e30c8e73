import ArgumentParser
import FitnessMeasure
import Foundation

extension DeviceCommand {
    /// `kiosk device list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "The drivers of this kiosk: what each recognises, measures and can, and what is unverified.")

        func run() throws {
            try reporting {
                let profiles = try LineProfiles(folder: Assets.find().folder.appending(path: "devices"))
                if let problem = profiles.problems.first { throw Failure.badData(problem.description) }
                let registry = try DeviceRegistry(DriverManifest.bluetooth + profiles.profiles.map(\.manifest))
                try write(registry.manifests.map(Entry.init))
            }
        }
    }
}

/// A driver as the list shows it.
private struct Entry: Encodable {
    var id, title, link: String
    var matches, quantities, capabilities: [String]
    var settings: [String: String]
    /// True once somebody has compared its readings with the display of the real device.
    var isVerified: Bool
    var unverified: [String]
    var source: String

    init(_ manifest: DriverManifest) {
        (id, title, link) = (manifest.id, manifest.title, manifest.link.rawValue)
        matches = manifest.matches.map(\.text)
        quantities = manifest.quantities.map(\.rawValue)
        capabilities = manifest.capabilities.map(\.rawValue).sorted()
        settings = Dictionary(manifest.settings.map { ($0.key, $0.meaning) }) { first, _ in first }
        (isVerified, unverified, source) = (manifest.isVerified, manifest.unverified, manifest.source)
    }
}

extension DeviceMatch {
    fileprivate var text: String {
        switch self {
        case .path(let pattern): "path \(pattern)"
        case .usb(let vendor, let product, let serial):
            "usb \(vendor):\(product)" + (serial.map { " serial \($0)" } ?? "")
        case .service(let number): "service \(number)"
        case .name(let prefix): "name \(prefix)…"
        }
    }
}
