import Foundation

/// Evaluates a batch line by line: one line of JSON in, one out, in the same order.
public struct BatchEvaluator: Sendable {
    /// The greatest length of a line in bytes.
    public static let maximumLine = 64 * 1024

    private let tables: FitnessTables
    private let levels: VivifrailLevels?
    private let explains: Bool

    /// `levels`: for the level of a plan; none is given without. `explains`: every judgement with the rows that made it
    /// is added to each line.
    public init(_ tables: FitnessTables, levels: VivifrailLevels? = nil, explains: Bool = false) {
        (self.tables, self.levels, self.explains) = (tables, levels, explains)
    }

    /// A line of the answer, without its end.
    public struct Answer: Sendable {
        public let json: Data
        public let isError: Bool
    }

    /// Nil for an empty line.
    public func answer(_ line: LineSplitter.Line) throws -> Answer? {
        switch line {
        case .tooLong: return try refusal(nil, BatchError(.lineTooLong))
        case .bytes(let bytes):
            let text = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...]
            guard text.contains(where: { $0 > 0x20 }) else { return nil }
            return try answer(text)
        }
    }

    private func answer(_ text: ArraySlice<UInt8>) throws -> Answer {
        switch Self.object(text) {
        case .failure(let error): return try refusal(nil, error)
        case .success(let object):
            let id = BatchID(object["id"])
            switch Self.examination(object, tables) {
            case .failure(let error): return try refusal(id, error)
            case .success(let examination):
                let evaluation = Evaluation(examination, by: tables)
                let result = BatchResult(
                    id: id, evaluation: evaluation, level: try level(evaluation, examination), explains: explains)
                return Answer(json: try BatchJSON.encode(result), isError: false)
            }
        }
    }

    /// A stop means no plan. The values have passed their hard limits, so they are a basis.
    private func level(_ evaluation: Evaluation, _ examination: Examination) throws -> PlanLevelDecision? {
        guard let levels, evaluation.gate.outcome != .stopAndRefer else { return nil }
        let basis = try PlanBasis(evaluation, of: examination, fallFacts: examination.fallFacts)
        return PlanLevelDecision(basis, by: levels)
    }

    private static func object(_ text: ArraySlice<UInt8>) -> Result<JSONObject, BatchError> {
        do throws(JSONTextError) {
            guard case .object(let object) = try JSONText(text) else { return .failure(BatchError(.notAnObject)) }
            return .success(object)
        } catch {
            return .failure(BatchError(reading: error))
        }
    }

    private static func examination(_ line: JSONObject, _ tables: FitnessTables) -> Result<Examination, BatchError> {
        do throws(BatchError) {
            return .success(try Examination(batch: line, tables))
        } catch {
            return .failure(error)
        }
    }

    private func refusal(_ id: BatchID?, _ error: BatchError) throws -> Answer {
        Answer(json: try BatchJSON.encode(BatchRefusal(id: id, error: error)), isError: true)
    }
}
