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
            let identity = try waitFor {
                let transport = HTTPTransport()
                do {
                    let identity = try await Enrolment(
                        exchange: transport.exchange, appVersion: House.version
                    ).enrol(code: code, office: address)
                    try await transport.shutdown()
                    return identity
                } catch {
                    try await transport.shutdown()
                    throw Failure.unavailable("the office did not take us in: \(error)")
                }
            }
            try FileManager.default.createDirectory(
                atPath: folder.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try file.save(identity)
            try write(
                Answer(
                    device: identity.deviceID.uuidString, centre: identity.centreName, office: office,
                    fingerprint: identity.fingerprint))
        }
    }

    private func parsed<Value>(_ value: @autoclosure () throws -> Value, or message: String) throws -> Value {
        do {
            return try value()
        } catch {
            throw Failure.badData(message)
        }
    }
}
