import Foundation

/// A file of device messages with names, such as recordings and conformance vectors: JSON with a list `gatt` of
/// `{"id", "characteristic", "hex"}`, a list `serial` of `{"id", "device", "hex"}`, or both. What else is in it,
/// expected results for instance, does not matter here.
public struct VectorFile: Sendable {
    /// In the order of the file, Bluetooth first.
    public let vectors: [Vector]

    /// One message; what is wrong with it is told when it is decoded, so that the others are not held up.
    public struct Vector: Equatable, Sendable {
        public var id: String?
        public var source: Source?
        public var hex: String?

        /// Who sent the bytes.
        public enum Source: Equatable, Sendable {
            /// A number such as `2A35`, or `SFLOAT` or `FLOAT`.
            case characteristic(String)
            /// A serial device, by its name in such files or by its profile's id.
            case device(String)
        }

        public init(id: String?, source: Source?, hex: String?) {
            (self.id, self.source, self.hex) = (id, source, hex)
        }
    }

    /// More than this is no file of messages.
    public static let mostBytes = 16 << 20

    public init(json: Data) throws(VectorFileError) {
        guard json.count <= Self.mostBytes else { throw .tooLarge(bytes: json.count) }
        let file: Lists
        do {
            file = try JSONDecoder().decode(Lists.self, from: json)
        } catch {
            throw .notVectors("\(error)")
        }
        guard file.gatt != nil || file.serial != nil else { throw .notVectors("neither gatt nor serial is in it") }
        vectors =
            (file.gatt ?? []).map { $0.vector { $0.characteristic.map(Vector.Source.characteristic) } }
            + (file.serial ?? []).map { $0.vector { $0.device.map(Vector.Source.device) } }
    }
}

/// Why a file has no messages.
public enum VectorFileError: Error, Equatable, Sendable {
    case tooLarge(bytes: Int)
    /// Not JSON, or not of this form; the reason for staff.
    case notVectors(String)
}

private struct Lists: Decodable {
    var gatt: [Entry]?
    var serial: [Entry]?
}

/// An entry whose parts may be missing or of another type.
private struct Entry: Decodable {
    var id: String?
    var characteristic: String?
    var device: String?
    var hex: String?

    private enum Key: CodingKey { case id, characteristic, device, hex }

    init(from decoder: any Decoder) throws {
        // An entry that is no object has no parts; decoding it says so, and the file's other entries count.
        guard let parts = try? decoder.container(keyedBy: Key.self) else { return }
        func text(_ key: Key) -> String? { try? parts.decodeIfPresent(String.self, forKey: key) }
        (id, characteristic, device, hex) = (text(.id), text(.characteristic), text(.device), text(.hex))
    }

    func vector(_ source: (Entry) -> VectorFile.Vector.Source?) -> VectorFile.Vector {
        VectorFile.Vector(id: id, source: source(self), hex: hex)
    }
}
