extension LineChecksum {
    /// The body without its check; throws ``LineFault/badChecksum(expected:found:)``, or ``LineFault/truncated`` if the
    /// check is not there.
    func verified(_ frame: LineFrame, _ framing: LineFraming) throws(LineFault) -> [UInt8] {
        let (start, end) = framing.markLengths
        switch place {
        case .afterEnd:
            try compare(counted(frame.raw.dropLast(frame.check.count), start, end), with: frame.check)
            return frame.body
        case .beforeEnd:
            guard frame.body.count >= length else { throw .truncated }
            let body = frame.body.dropLast(length)
            let whole = frame.raw.dropLast(end + length) + frame.raw.suffix(end)
            try compare(counted(whole[...], start, end), with: Array(frame.body.suffix(length)))
            return Array(body)
        case .field(let header, let isRequired):
            guard let found = frame.body.lastRange(of: header) else {
                guard isRequired else { return frame.body }
                throw .truncated
            }
            let marks = range == .all ? Array(frame.raw.prefix(start)) : []
            try compare(marks + frame.body[..<found.lowerBound], with: Array(frame.body[found.upperBound...]))
            return frame.body
        }
    }

    private func counted(_ whole: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> ArraySlice<UInt8> {
        switch range {
        case .all: whole
        case .bodyAndEnd: whole.dropFirst(start)
        case .body: whole.dropFirst(start).dropLast(end)
        }
    }

    private func compare(_ covered: some Sequence<UInt8>, with found: [UInt8]) throws(LineFault) {
        guard found.count >= length || place == .afterEnd else { throw .truncated }
        let expected = bytes(for: covered)
        let plain = encoding == .hex ? found.map(\.upperCased) : found
        guard expected == plain else { throw .badChecksum(expected: expected, found: found) }
    }
}

extension LineFraming {
    /// Bytes of the mark before and behind a body, check bytes not counted.
    var markLengths: (start: Int, end: Int) {
        switch kind {
        case .marks(let start, let end, _): (start.count, end.count)
        case .delimiter(let delimiter): (0, delimiter.count)
        case .length, .silence: (0, 0)
        }
    }
}

extension [UInt8] {
    /// Where these bytes stand for the last time.
    fileprivate func lastRange(of other: [UInt8]) -> Range<Int>? {
        guard count >= other.count else { return nil }
        return (0...count - other.count).last { self[$0...].starts(with: other) }.map { $0..<$0 + other.count }
    }
}

extension UInt8 {
    fileprivate var upperCased: UInt8 { (0x61...0x7a).contains(self) ? self - 0x20 : self }
}
