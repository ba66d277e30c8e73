import ArgumentParser

/// `kiosk device …`: for installers, and for whoever has a device on the table that nobody knows.
struct DeviceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "device", abstract: "List, pair, decode, listen to, record and replay devices.",
        subcommands: [
            List.self, Pair.self, Search.self, Decode.self, Listen.self, Log.self, Replay.self, Redecode.self,
        ])
}

/// Bytes written as hex digits.
enum Hexadecimal {
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.filter { !$0.isWhitespace && $0 != ":" && $0 != "-" }.compactMap(\.hexDigitValue)
        let count = text.filter { !$0.isWhitespace && $0 != ":" && $0 != "-" }.count
        guard digits.count == count, count > 0, count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
