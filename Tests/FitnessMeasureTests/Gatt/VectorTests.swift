import Foundation
import Testing

@testable import FitnessMeasure

/// Every published or computed attribute value means what the vectors say.
@Suite struct VectorTests {
    private static let frames = Vector.all.filter { GattUUID($0.characteristic) != nil }
    private static let good = frames.filter(\.expect.ok)

    @Test(arguments: frames) func `a frame has the expected fields, or the expected error`(vector: Vector) throws {
        switch Self.decode(vector.characteristic, vector.bytes) {
        case .success(let fields):
            let json = try JSONDecoder().decode([String: FieldValue].self, from: JSONEncoder().encode(fields))
            #expect(json.withSortedWarnings == vector.expect.fields?.withSortedWarnings)
        case .failure(let failure):
            #expect(failure.code == vector.expect.error)
        }
    }

    @Test(arguments: good) func `every strict prefix of a good frame is truncated`(vector: Vector) throws {
        let fields = try GattDecoding.decode(characteristic: vector.characteristic, bytes: vector.bytes)
        let frame = vector.bytes.dropLast(Self.trailing(fields))
        for length in 0..<frame.count {
            let code = Self.decode(vector.characteristic, Array(frame.prefix(length))).failure?.code
            #expect(code == "truncated", "\(vector.id) cut to \(length) bytes")
        }
    }

    @Test(arguments: good) func `a byte too many is told and not more`(vector: Vector) throws {
        // An interval list takes what follows, and half an interval is a truncated one.
        let longer = vector.bytes + [0x5A]
        let fields = try GattDecoding.decode(characteristic: vector.characteristic, bytes: vector.bytes)
        let more = try GattDecoding.decode(characteristic: vector.characteristic, bytes: longer)
        #expect(Self.trailing(more) == Self.trailing(fields) + 1)
        #expect(more.filter { $0.key != "warnings" } == fields.filter { $0.key != "warnings" })
    }

    @Test(arguments: Vector.all.filter { $0.characteristic == "SFLOAT" })
    func `an SFLOAT is read exactly`(vector: Vector) throws {
        var reader = try ByteReader(vector.bytes)
        try Self.check(vector) { () throws(GattFrameError) in (try reader.sfloat("value"), reader.warnings) }
    }

    @Test(arguments: Vector.all.filter { $0.characteristic == "FLOAT" })
    func `a FLOAT is read exactly`(vector: Vector) throws {
        var reader = try ByteReader(vector.bytes)
        try Self.check(vector) { () throws(GattFrameError) in (try reader.float("value"), reader.warnings) }
    }

    @Test func `all vectors are covered`() {
        let numbers = Vector.all.count { ["FLOAT", "SFLOAT"].contains($0.characteristic) }
        #expect(Self.frames.count + numbers == Vector.all.count)
        #expect(Vector.all.count == 118)
    }

    private static func check(
        _ vector: Vector, _ read: () throws(GattFrameError) -> (GattNumber, [GattWarning])
    ) throws {
        do throws(GattFrameError) {
            let (number, warnings) = try read()
            var fields: [String: FieldValue] = ["value": .text(number.description)]
            if !warnings.isEmpty { fields["warnings"] = .texts(warnings.map(\.code)) }
            #expect(fields == vector.expect.fields)
        } catch {
            #expect(error.code == vector.expect.error)
        }
    }

    private static func decode(
        _ characteristic: String, _ bytes: [UInt8]
    ) -> Result<[String: GattFieldValue], GattDecoding.Failure> {
        Result { () throws(GattDecoding.Failure) in
            try GattDecoding.decode(characteristic: characteristic, bytes: bytes)
        }
    }

    private static func trailing(_ fields: [String: GattFieldValue]) -> Int {
        guard case .list(let warnings) = fields["warnings"] else { return 0 }
        let counts = warnings.compactMap { $0.split(separator: ":").last.flatMap { Int($0) } }
        return counts.first ?? 0
    }
}

extension Result {
    fileprivate var failure: Failure? {
        guard case .failure(let failure) = self else { return nil }
        return failure
    }
}
