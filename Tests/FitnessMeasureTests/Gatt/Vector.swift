import FitnessMeasure
import Foundation
import Testing

/// One attribute value of `vectors.json` or `format-vectors.json` with what it means.
struct Vector: Decodable, CustomTestStringConvertible {
    let id: String
    let characteristic: String
    let hex: String
    let expect: Expectation

    struct Expectation: Decodable {
        let ok: Bool
        let fields: [String: FieldValue]?
        let error: String?
    }

    var bytes: [UInt8] { [UInt8](hexDigits: hex) }
    var testDescription: String { "\(id) \(hex)" }

    /// The published ones and those of our own for what they leave out.
    static let all = published + load("format-vectors")
    static let published = load("vectors")

    private static func load(_ name: String) -> [Vector] {
        guard let url = Bundle.module.url(forResource: "Resources/gatt/\(name)", withExtension: "json") else {
            preconditionFailure("\(name) is not in the test bundle")
        }
        do {
            return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).gatt
        } catch {
            preconditionFailure("\(name) cannot be read: \(error)")
        }
    }

    private struct File: Decodable { let gatt: [Vector] }
}

/// A field's value as JSON says it.
enum FieldValue: Decodable, Equatable {
    case text(String), whole(Int), flag(Bool), texts([String]), wholes([Int]), null

    /// JSON has no types of its own; the first that fits is meant.
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let readings: [() throws -> FieldValue] = [
            { .flag(try container.decode(Bool.self)) }, { .whole(try container.decode(Int.self)) },
            { .text(try container.decode(String.self)) }, { .texts(try container.decode([String].self)) },
            { .wholes(try container.decode([Int].self)) },
        ]
        let fitting = readings.lazy.compactMap { reading in Result { try reading() }.success }.first
        self = container.decodeNil() ? .null : try fitting ?? readings[0]()
    }
}

extension Result {
    fileprivate var success: Success? {
        guard case .success(let value) = self else { return nil }
        return value
    }
}

extension [String: FieldValue] {
    /// Warnings have no order.
    var withSortedWarnings: Self {
        guard case .texts(let warnings) = self["warnings"] else { return self }
        return merging(["warnings": .texts(warnings.sorted())]) { $1 }
    }
}

extension [UInt8] {
    /// Two hex digits a byte.
    init(hexDigits hex: String) {
        let digits = Array<Character>(hex)
        self = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }
}
