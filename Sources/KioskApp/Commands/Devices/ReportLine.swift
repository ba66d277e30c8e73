import FitnessMeasure
import Foundation

/// A device's report as a line of JSON.
struct ReportLine: Encodable {
    var report: String
    var device: String?
    var values: [QuantityValue]?
    var flags: [String]?
    /// What the device's own clock said.
    var deviceTime: DeviceTime?
    var reason: String?
    /// Seconds since a recording began.
    var at: Double?

    init(_ report: DeviceReport, at: Duration? = nil) {
        self.at = at.map { ($0 / .milliseconds(1)).rounded() / 1000 }
        switch report {
        case .ready(let key): (self.report, device) = ("ready", key.rawValue)
        case .measuring(let key, let live):
            (self.report, device, values) = ("measuring", key.rawValue, live.map { [$0] })
        case .reading(let reading):
            (self.report, device, values) = ("reading", reading.deviceKey.rawValue, reading.values)
            (flags, deviceTime) = (reading.flags.map(\.rawValue).sorted(), reading.deviceTime)
        case .failed(let key, let failure): (self.report, device, reason) = ("failed", key.rawValue, "\(failure)")
        case .health(let key, let health): (self.report, device, reason) = ("health", key.rawValue, "\(health)")
        case .lost(let key): (self.report, device) = ("lost", key.rawValue)
        }
    }

    func print() {
        do {
            try write(self)
        } catch {
            FileHandle.standardError.write(Data("kiosk: a report could not be written: \(error)\n".utf8))
        }
    }
}
