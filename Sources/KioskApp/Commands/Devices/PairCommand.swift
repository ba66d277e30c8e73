import ArgumentParser
import FitnessMeasure
import Foundation

extension DeviceCommand {
    /// `kiosk device pair`
    struct Pair: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pair",
            abstract: "Pair a Bluetooth device for good; it must be in its pairing mode.",
            discussion: """
                Some devices show a number or have a code on a label; it is asked for on this terminal. Remove older
                pairings on the device first if it refuses.
                """)
        @Argument(help: "Its address, such as AA:BB:CC:DD:EE:FF.") var address: String
        @Flag(help: "For devices without display and keys.") var justWorks = false

        private struct Answer: Encodable {
            var address: String
            var isPaired: Bool
            var reason: String?
        }

        func run() throws {
            try reporting {
                let (address, capability) = (address, justWorks ? PairingCapability.justWorks : .keyboardDisplay)
                do {
                    try waitFor { try await BlueZPairing().pair(address, capability: capability) { Self.ask($0) } }
                } catch let failure as PairingFailure {
                    try write(Answer(address: address, isPaired: false, reason: failure.code))
                    throw Failure.unavailable("not paired: \(failure)")
                }
                try write(Answer(address: address, isPaired: true))
            }
        }

        /// Questions go to stderr, so that stdout stays JSON.
        private static func ask(_ question: PairingQuestion) -> PairingReply {
            switch question {
            case .show(let passkey):
                tell("Enter \(passkey) on the device.")
                return .yes
            case .compare(let passkey):
                tell("Does the device show \(passkey)? [y/n] ")
                return readLine()?.lowercased().hasPrefix("y") == true ? .yes : .no
            case .enterPasskey:
                tell("The number on the device's display: ")
                return readLine().flatMap { UInt32($0) }.map { .passkey($0) } ?? .no
            case .enterPIN:
                tell("The device's code: ")
                return readLine().map { .pin($0) } ?? .no
            }
        }

        private static func tell(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
    }
}
