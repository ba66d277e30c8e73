import ArgumentParser
import Foundation
import SyncClient

/// `kiosk enrol`: makes this box a kiosk of a centre, with the office's one-time code.
struct EnrolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol", abstract: "Join an office with the one-time code that it issued.")

    @OptionGroup var settings: SettingsOptions
    @Option(help: "The office's address, such as https://office.example.") var office: String
    @Option(help: "The one-time code, as it was printed.") var code: String

    private struct Answer: Encodable {
        var device: String
        var centre: String
        var office: String
        /// To be compared with what the office shows.
        var fingerprint: String
    }

    func run() throws {
        try reporting {
            let folder = DataFolder(try settings.load())
            let file = IdentityFile(path: folder.identity)
            if let known = try file.load() {
                throw Failure.badData("this kiosk belongs to \(known.centreName) already; remove \(file.path) first")
            }
            let code = try parsed(EnrolmentCode(code), or: "the code does not have the right form")
            let address = try parsed(OfficeAddress(office), or: "not an office's address: \(office)")
            let identity = try waitFor { try await Self.enrol(code, at: address) }
            try FileManager.default.createDirectory(
                atPath: folder.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try file.save(identity)
            try write(
                Answer(
                    device: identity.deviceID.uuidString, centre: identity.centreName, office: office,
                    fingerprint: identity.fingerprint))
        }
    }

    private static func enrol(_ code: EnrolmentCode, at address: OfficeAddress) async throws -> DeviceIdentity {
        let transport = HTTPTransport()
        let outcome: Result<DeviceIdentity, Failure>
        do throws(EnrolmentError) {
            outcome = .success(
                try await Enrolment(exchange: transport.exchange, appVersion: House.version)
                    .enrol(code: code, office: address))
        } catch {
            outcome = .failure(.unavailable(error.sentence(address.origin)))
        }
        try await transport.shutdown()
        return try outcome.get()
    }

    private func parsed<Value>(_ value: @autoclosure () throws -> Value, or message: String) throws -> Value {
        do {
            return try value()
        } catch {
            throw Failure.badData(message)
        }
    }
}

extension EnrolmentError {
    /// For the installer.
    fileprivate func sentence(_ origin: String) -> String {
        switch self {
        case .badCode: "the code does not have the right form"
        case .noAnswer(.untrusted(let status)): "at \(origin) answers somebody else than an office (status \(status))"
        case .noAnswer(.timedOut): "the office at \(origin) does not answer in time"
        case .noAnswer(.unreachable(let reason)): "the office at \(origin) cannot be reached: \(reason)"
        case .noAnswer(let failure): "the office at \(origin) gave no whole answer: \(failure)"
        case .refused(let code): "the office did not take us in: \(code)"
        case .notTheOffice: "at \(origin) answers somebody who does not know the code"
        }
    }
}
