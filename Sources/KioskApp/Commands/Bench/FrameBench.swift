import ArgumentParser
import FitnessMeasure
import Foundation

/// `kiosk bench frames FILE`: the good Bluetooth messages of a vector file, read again and again into typed frames.
struct FrameBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "frames", abstract: "Device frames read a second.")

    @Argument(help: "A file such as `kiosk device decode --batch` reads.") var file: String
    @Option(help: "How often each message is read.") var rounds = 20_000

    private struct File: Decodable {
        struct Vector: Decodable {
            struct Expectation: Decodable { var ok: Bool }
            var characteristic: String
            var hex: String
            var expect: Expectation
        }
        var gatt: [Vector]
    }

    private struct Answer: Encodable {
        var messages: Int
        var framesPerSecond: Double
        /// With every field by name, as the rival gives them.
        var namedPerSecond: Double
        var warnings: Int
    }

    func run() throws {
        try reporting {
            let messages = try Self.messages(try KioskApp.read(file))
            var warnings = 0
            let typed = try time {
                for (type, bytes) in messages { warnings += try type.init(bytes: bytes).warnings.count }
            }
            let named = try time {
                for (type, bytes) in messages { warnings += try type.init(bytes: bytes).fields.count }
            }
            let count = Double(messages.count * rounds)
            try write(
                Answer(
                    messages: messages.count, framesPerSecond: count / typed, namedPerSecond: count / named,
                    warnings: warnings))
        }
    }

    /// Seconds that all rounds take.
    private func time(_ round: () throws -> Void) rethrows -> Double {
        let start = MonotonicTime.nanoseconds
        for _ in 0..<rounds { try round() }
        return Double(MonotonicTime.nanoseconds - start) / 1e9
    }

    private static func messages(_ data: Data) throws -> [(any GattFrame.Type, [UInt8])] {
        try JSONDecoder().decode(File.self, from: data).gatt.filter(\.expect.ok).compactMap { vector in
            guard let number = GattUUID(vector.characteristic), let type = GattDecoding.frameType(of: number),
                let bytes = [UInt8](hexadecimal: vector.hex)
            else { return nil }
            return (type, bytes)
        }
    }
}
