/// Which direction is better.
public enum Better: String, Sendable {
    case higher, lower

    func passes(_ value: DecimalValue, bound: DecimalValue) -> Bool {
        self == .higher ? value >= bound : value <= bound
    }
}
