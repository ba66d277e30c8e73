/// Reads a scanner that plays a keyboard, from the bytes of the kernel's `struct input_event`.
///
/// Keys are read as the US layout that scanners type, whatever layout, Caps Lock or Hangul input the system has.
/// A scan ends at Enter or when nothing came for the idle gap.
public struct WedgeDecoder: Sendable {
    private var buffer: ScanBuffer
    private var partial: [UInt8] = []
    private var heldShifts: Set<UInt16> = []
    private var heldModifiers: Set<UInt16> = []

    /// - Parameters:
    ///   - limit: characters of a scan; longer ones are thrown away whole.
    ///   - idleGap: silence that ends a scan which sends no Enter.
    public init(limit: Int = 512, idleGap: Duration = .milliseconds(100)) {
        buffer = ScanBuffer(limit: limit, idleGap: idleGap)
    }

    /// When ``flush(at:)`` is worth calling; nil while no scan is under way.
    public var deadline: Duration? { buffer.deadline }

    /// Takes what was read from the device, cut anywhere, and returns the scans that ended, in order.
    /// - Parameter instant: when it was read, on a clock that never goes back.
    public mutating func consume(_ bytes: [UInt8], at instant: Duration) -> [String] {
        var scans = [buffer.endIfIdle(at: instant)].compactMap(\.self)
        let all = partial + bytes
        let whole = all.count - all.count % InputEvent.size
        for start in stride(from: 0, to: whole, by: InputEvent.size) {
            let event = InputEvent(all[start..<(start + InputEvent.size)])
            if let scan = take(event, at: instant) { scans.append(scan) }
        }
        partial = Array(all[whole...])
        return scans
    }

    /// Ends a scan after which nothing came for the idle gap.
    public mutating func flush(at instant: Duration) -> String? {
        buffer.endIfIdle(at: instant)
    }

    private mutating func take(_ event: InputEvent, at instant: Duration) -> String? {
        if event.isDropReport {
            (heldShifts, heldModifiers) = ([], [])
            buffer.discard(at: instant)
        }
        guard event.isKey else { return nil }
        if USKeyboard.shifts.contains(event.code) { hold(event, in: \.heldShifts) }
        if USKeyboard.modifiers.contains(event.code) { hold(event, in: \.heldModifiers) }
        guard event.isPress else { return nil }
        if USKeyboard.enters.contains(event.code) { return buffer.end() }
        // A control combination is a command of the scanner's own, never part of a number.
        if heldModifiers.isEmpty, let key = USKeyboard.keys[event.code] {
            buffer.append(heldShifts.isEmpty ? key.plain : key.shifted, at: instant)
        }
        return nil
    }

    private mutating func hold(_ event: InputEvent, in held: WritableKeyPath<Self, Set<UInt16>>) {
        if event.value == 0 {
            self[keyPath: held].remove(event.code)
        } else {
            self[keyPath: held].insert(event.code)
        }
    }
}
