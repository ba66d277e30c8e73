import ArgumentParser
import FitnessMeasure
import Foundation

extension DeviceCommand {
    /// `kiosk device decode`
    struct Decode: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decode", abstract: "Read a characteristic's bytes, or a file of them.",
            discussion: """
                kiosk device decode --characteristic 2A35 --hex 1e8e005a006c00…
                kiosk device decode 2A35 1e8e005a006c00…
                kiosk device decode --batch device-vectors.json

                Characteristics: \(GattDecoding.characteristics.joined(separator: ", "))
                """)
        @Option(help: "The characteristic's number.") var characteristic: String?
        @Option(help: "The bytes in hex; spaces do not count.") var hex: String?
        @Option(help: "A JSON file with the lists gatt and serial; - for standard input.") var batch: String?
        @Argument(help: "The characteristic's number, then the bytes; instead of the options.") var words: [String] = []

        func run() throws {
            try reporting {
                if let batch {
                    try decode(file: batch)
                } else if let characteristic, let hex {
                    try decode(characteristic, hex)
                } else {
                    try decodeWords()
                }
            }
        }

        func validate() throws {
            let isOne = characteristic != nil && hex != nil && words.isEmpty
            let isPositional = characteristic == nil && hex == nil && words.count >= 2
            let isBatch = characteristic == nil && hex == nil && words.isEmpty
            guard batch == nil ? isOne || isPositional : isBatch else {
                throw ValidationError("Give --characteristic and --hex, or --batch, or a number and bytes.")
            }
        }

        /// One line as for a file's message, without an id; an error's line comes with exit code 65.
        private func decode(_ characteristic: String, _ hex: String) throws {
            let digits = hex.filter { !$0.isWhitespace && $0 != ":" && $0 != "-" }
            let vector = VectorFile.Vector(id: nil, source: .characteristic(characteristic), hex: digits)
            let result = vector.decoded()
            try write(result)
            if case .refused(let error) = result.outcome { throw Failure.badData(error) }
        }

        /// The older form: the fields alone.
        private func decodeWords() throws {
            guard let bytes = Hexadecimal.bytes(words.dropFirst().joined()) else { throw Failure.badData("not hex") }
            do {
                try write(try GattDecoding.decode(characteristic: words[0], bytes: bytes))
            } catch let failure as GattDecoding.Failure {
                throw Failure.badData(failure.code)
            }
        }

        /// A line for each message, also for one that cannot be read.
        private func decode(file: String) throws {
            let vectors: VectorFile
            do {
                vectors = try VectorFile(json: try read(file, limit: VectorFile.mostBytes))
            } catch let error as VectorFileError {
                throw Failure.badData("\(file): \(error)")
            }
            let profiles = try LineProfiles(folder: Assets.find().folder.appending(path: "devices")).profiles
            for vector in vectors.vectors { try write(vector.decoded(profiles: profiles)) }
        }
    }
}
