/// Counts touches of a screen or a mat.
public struct TapCounter: Equatable, Sendable {
    public private(set) var count = 0
    /// Nanoseconds of the last touch that counted.
    private var last: Int64?
    private var hasLateTap = false
    private let bounce: Int64

    /// `bounce`: nobody repeats a movement in so short a time, a second touch is a trembling finger.
    public init(bounce: Duration) { self.bounce = bounce.wholeNanoseconds }

    /// `isLate`: after the time has ended; only one such touch counts. True if this one did.
    @discardableResult
    public mutating func tap(at now: Int64, isLate: Bool = false) -> Bool {
        if let last, now < last || now - last < bounce { return false }
        guard !(isLate && hasLateTap) else { return false }
        (count, last, hasLateTap) = (count + 1, now, isLate)
        return true
    }

    /// Takes the last touch back; below none there is nothing.
    public mutating func undo() {
        guard count > 0 else { return }
        (count, last, hasLateTap) = (count - 1, nil, false)
    }
}
