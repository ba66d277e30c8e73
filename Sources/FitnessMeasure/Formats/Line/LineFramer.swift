/// Cuts a byte stream into frames, however the system chopped it. Pure: time comes in as ``silence()``.
public struct LineFramer: Sendable {
    private let framing: LineFraming
    /// The bytes of the frame that is being received, marks included.
    private var pending: [UInt8] = []
    private var place = Place.outside
    /// Bytes outside of any frame, which mean nothing; for staff, a sign of wrong settings.
    public private(set) var strayBytes = 0

    private enum Place: Equatable {
        case outside, inside
        /// After the end mark; so many check bytes are due.
        case checking(Int)
        /// The frame was too long; its rest is thrown away.
        case skipping
    }

    public init(_ framing: LineFraming) { self.framing = framing }

    /// True when a frame has begun, so that silence would mean something.
    public var isPending: Bool { !pending.isEmpty || place == .skipping }

    public mutating func append(_ bytes: [UInt8]) -> [Result<LineFrame, LineFault>] {
        bytes.compactMap { take($0) }
    }

    /// The line was quiet for the timeout: what was begun is over.
    public mutating func silence() -> Result<LineFrame, LineFault>? {
        defer { reset() }
        guard place != .skipping else { return nil }
        if case .silence = framing.kind, !pending.isEmpty { return complete(start: 0, end: 0, check: 0) }
        return hasBody ? .failure(.truncated) : nil
    }

    /// Forgets what was begun. A half frame of a lost cable never meets the half of the next one.
    public mutating func reset() {
        pending = []
        place = .outside
    }

    private mutating func take(_ byte: UInt8) -> Result<LineFrame, LineFault>? {
        switch framing.kind {
        case .delimiter(let delimiter): takeDelimited(byte, delimiter)
        case .marks(let start, let end, let check): takeMarked(byte, start, end, check)
        case .length(let length): takeCounted(byte, length)
        case .silence: takeLoose(byte)
        }
    }

    private mutating func takeDelimited(_ byte: UInt8, _ delimiter: [UInt8]) -> Result<LineFrame, LineFault>? {
        pending.append(byte)
        let isComplete = pending.hasSuffix(delimiter)
        if place == .skipping {
            if isComplete { reset() } else { pending = pending.suffix(delimiter.count) }
            return nil
        }
        if isComplete {
            guard pending.count > delimiter.count else {
                reset()
                return nil
            }
            return complete(start: 0, end: delimiter.count, check: 0)
        }
        return refuseIfLong(marks: delimiter.count - 1)
    }

    private mutating func takeMarked(
        _ byte: UInt8, _ start: [UInt8], _ end: [UInt8], _ check: Int
    ) -> Result<LineFrame, LineFault>? {
        pending.append(byte)
        switch place {
        case .checking(let due):
            place = .checking(due - 1)
            return due == 1 ? complete(start: start.count, end: end.count, check: check) : nil
        case .outside, .skipping:
            if pending.hasSuffix(start) {
                begin(start)
            } else if pending.count >= start.count {
                pending.removeFirst(pending.count - start.count + 1)
                if place == .outside { strayBytes += 1 }
            }
            return nil
        case .inside:
            return takeInside(start, end, check)
        }
    }

    private mutating func takeInside(
        _ start: [UInt8], _ end: [UInt8], _ check: Int
    ) -> Result<LineFrame, LineFault>? {
        if pending.count >= start.count + end.count, pending.hasSuffix(end) {
            guard check > 0 else { return complete(start: start.count, end: end.count, check: 0) }
            place = .checking(check)
            return nil
        }
        if start != end, pending.count >= 2 * start.count, pending.hasSuffix(start) {
            let wasCut = pending.count > 2 * start.count
            begin(start)
            return wasCut ? .failure(.truncated) : nil
        }
        return refuseIfLong(marks: start.count + end.count - 1)
    }

    private mutating func takeCounted(_ byte: UInt8, _ length: Int) -> Result<LineFrame, LineFault>? {
        pending.append(byte)
        return pending.count == length ? complete(start: 0, end: 0, check: 0) : nil
    }

    private mutating func takeLoose(_ byte: UInt8) -> Result<LineFrame, LineFault>? {
        guard place != .skipping else { return nil }
        pending.append(byte)
        return refuseIfLong(marks: 0)
    }

    private mutating func begin(_ start: [UInt8]) {
        pending = start
        place = .inside
    }

    private var hasBody: Bool {
        guard case .marks(let start, _, _) = framing.kind else { return !pending.isEmpty }
        return place != .outside && pending.count > start.count
    }

    private mutating func complete(start: Int, end: Int, check: Int) -> Result<LineFrame, LineFault> {
        defer { reset() }
        let body = pending.dropFirst(start).dropLast(end + check)
        return .success(LineFrame(body: Array(body), check: Array(pending.suffix(check)), raw: pending))
    }

    private mutating func refuseIfLong(marks: Int) -> Result<LineFrame, LineFault>? {
        guard pending.count > framing.maximum + marks else { return nil }
        pending = []
        place = .skipping
        return .failure(.tooLong(maximum: framing.maximum))
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
