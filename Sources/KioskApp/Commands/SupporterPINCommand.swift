import ArgumentParser
import Foundation

/// `kiosk supporter-pin`: turns a PIN from stdin into what belongs in the settings file.
struct SupporterPINCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supporter-pin", abstract: "Print what kiosk.yaml keeps of a supporter's PIN (read from stdin).")

    private struct Answer: Encodable { var digest: String }

    func run() throws {
        try reporting {
            let pin = (readLine() ?? "").trimmingCharacters(in: .whitespaces)
            guard pin.count == SupporterPIN.digits, pin.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw Failure.badData("a PIN has six digits")
            }
            try write(Answer(digest: try SupporterPIN.fresh(pin)))
        }
    }
}
