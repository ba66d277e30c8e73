import Foundation

@testable import FitnessMeasure

extension GattFinding {
    /// `weight 61.700 kg` and its flags, or `failed implausible`, or `live pulse 72 /min`.
    var summary: String {
        switch self {
        case .live(let value): "live " + (value?.summary ?? "nothing")
        case .failed(.deviceError(let code)): "failed device_error" + (code.map { " \($0)" } ?? "")
        case .failed(let failure): "failed \(failure.code)"
        case .measured(let measurement):
            (measurement.values.map(\.summary) + measurement.flags.map { "+" + $0.rawValue }.sorted())
                .joined(separator: ", ")
        }
    }
}

extension QuantityValue {
    var summary: String { "\(kind.rawValue) \(value) \(unit.rawValue)" }
}

extension DeviceReport {
    /// The same of a report; a reading of a record says `stored` first.
    var summary: String {
        switch self {
        case .ready: "ready"
        case .lost: "lost"
        case .measuring(_, let live): "live " + (live?.summary ?? "nothing")
        case .failed(_, let failure): GattFinding.failed(failure).summary
        case .health(_, .clock(let health)): "clock \(health.outcome.rawValue)"
        case .health(_, .recordsRefused(let code)): "records \(code)"
        case .reading(let reading):
            (reading.values.map(\.summary) + reading.flags.map { "+" + $0.rawValue }.sorted()).joined(separator: ", ")
        }
    }
}

extension GattPeer {
    static let example = GattPeer(address: "C0:FF:EE:00:00:01", isSimulated: true)
}

extension DeviceTime {
    /// 2026-11-20 at this hour.
    static func noon(_ hour: Int = 9, _ minute: Int = 30, _ second: Int = 5, day: Int = 20) -> DeviceTime {
        DeviceTime(year: 2026, month: 11, day: day, hour: hour, minute: minute, second: second)
    }
}
