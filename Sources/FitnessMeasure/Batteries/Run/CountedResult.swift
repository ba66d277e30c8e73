/// The result of a test, or of one hand of it.
public struct CountedResult: Equatable, Sendable {
    public let side: BodySide?
    /// The test's values; with ``CountingRule/mean`` computed, otherwise those of one trial.
    public let values: [QuantityValue]
    /// Places in ``TestRecord/trials`` of what was used.
    public let trials: [Int]
}

extension TestProtocol {
    /// The results by side, in the protocol's order; empty where nothing was measured.
    public func results(of record: TestRecord) -> [CountedResult] {
        let sides = self.sides.isEmpty ? [nil] : self.sides.map { Optional($0.side) }
        return sides.compactMap { side in
            let trials = record.trials.enumerated().filter { !$0.element.isVoid && $0.element.side == side }
            return count(trials.map { ($0.offset, $0.element.values) }, side)
        }
    }

    /// The one result that is evaluated: of two sides the better one, or the last where neither is better.
    public func result(of record: TestRecord) -> CountedResult? {
        let results = results(of: record)
        return test.better == nil ? results.last : best(results.map { ($0, $0.values) })
    }

    private typealias Numbered = (place: Int, values: [QuantityValue])

    private func count(_ trials: [Numbered], _ side: BodySide?) -> CountedResult? {
        switch counting {
        case .last: return trials.last.map { CountedResult(side: side, values: $0.values, trials: [$0.place]) }
        case .best:
            let trial = best(trials.map { ($0, $0.values) })
            return trial.map { CountedResult(side: side, values: $0.values, trials: [$0.place]) }
        case .mean:
            guard !trials.isEmpty else { return nil }
            let means = test.items.compactMap { mean(of: $0, trials.map(\.values)) }
            return CountedResult(side: side, values: means, trials: trials.map(\.place))
        }
    }

    /// The one with the best first value; of equals the earliest.
    private func best<Candidate>(_ candidates: [(Candidate, [QuantityValue])]) -> Candidate? {
        guard let item = test.items.first, let better = test.better else { return nil }
        let amounts = candidates.compactMap { candidate, values in
            values.first { $0.kind == item.quantity }.map { (candidate, $0.value) }
        }
        return amounts.dropFirst().reduce(amounts.first) { best, next in
            guard let best else { return next }
            // Equal amounts pass both ways: only what the old one does not reach is better.
            return better.passes(best.1, bound: next.1) ? best : next
        }?.0
    }

    /// Nil if a trial lacks the value.
    private func mean(of item: FitnessTest.Item, _ trials: [[QuantityValue]]) -> QuantityValue? {
        let values = trials.compactMap { values in values.first { $0.kind == item.quantity }?.value }
        guard values.count == trials.count, let mean = DecimalValue.mean(of: values) else { return nil }
        return QuantityValue(item.quantity, mean, item.unit)
    }
}

extension DecimalValue {
    /// The mean with one decimal more than the most precise value, half and more away from zero. Nil for no values, or
    /// where the digits do not fit.
    static func mean(of values: [DecimalValue]) -> DecimalValue? {
        guard let finest = values.map(\.exponent).min() else { return nil }
        let exponent = finest - 1
        var sum: Int128 = 0
        for value in values {
            guard value.exponent - exponent <= 18 else { return nil }
            sum += (exponent..<value.exponent).reduce(Int128(value.mantissa)) { scaled, _ in scaled * 10 }
        }
        let (count, half) = (Int128(values.count), Int128(values.count) / 2)
        let rounded = sum < 0 ? (sum - half) / count : (sum + half) / count
        return Int64(exactly: rounded).map { DecimalValue(mantissa: $0, exponent: exponent) }
    }
}
