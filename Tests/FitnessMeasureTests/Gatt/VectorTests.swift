import Foundation
import Testing

@testable import FitnessMeasure

/// Every published or computed attribute value means what the vectors say.
@Suite struct VectorTests {
    private static let good = Vector.all.filter(\.expect.ok)

    @Test(arguments: Vector.all) func `a frame has the expected fields, or the expected error`(vector: Vector) throws {
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

    @Test(arguments: good.filter { $0.expect.fields?["rr_1024"] == nil })
    func `a byte too many is told and not more`(vector: Vector) throws {
        // Not for interval lists: they take what follows, and half an interval is a truncated one.
        let longer = vector.bytes + [0x5A]
        let fields = try GattDecoding.decode(characteristic: vector.characteristic, bytes: vector.bytes)
        let more = try GattDecoding.decode(characteristic: vector.characteristic, bytes: longer)
        #expect(Self.trailing(more) == Self.trailing(fields) + 1)
        #expect(more.filter { $0.key != "warnings" } == fields.filter { $0.key != "warnings" })
    }

    @Test func `every characteristic that can be read has vectors`() {
        let covered = Set(Vector.all.map(\.characteristic))
        #expect(covered == Set(GattDecoding.characteristics + ["SFLOAT", "FLOAT"]))
        #expect(Vector.published.count == 118)
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
