/// One connection of a line device without its cable: bytes and moments go in, news comes out. Pure, so that a
/// recording gives the same news every time; moments are nanoseconds of the monotonic clock.
struct LineMachine {
    let profile: LineProfile
    private let decoder: LineDecoder
    private var framer: LineFramer
    private var progress: LineProgress
    private var burst: LineBurst
    /// True once a frame was understood: it is the device that the profile describes.
    private(set) var isRecognised = false
    private var strayBytesTold = 0
    /// When ``elapse(at:)`` is to be called, unless bytes come before.
    private(set) var deadline: Int64?

    enum News: Equatable {
        case live(QuantityValue?)
        case failed(MeasureFailure)
        /// With the bytes of its frame and the moment at which its last byte came.
        case value(LineValue, raw: [UInt8], at: Int64)
        /// For the device.
        case send([UInt8])
    }

    /// `shownBefore`: what ``shown`` was at the end of the connection before.
    init(_ profile: LineProfile, shownBefore: [UInt8]? = nil) {
        self.profile = profile
        (decoder, framer) = (LineDecoder(profile), LineFramer(profile.framing))
        progress = LineProgress(stability: profile.stability, repeats: profile.repeats, shownBefore: shownBefore)
        burst = LineBurst(quiet: profile.burst)
    }

    /// What a device that holds its display shows; nil for others.
    var shown: [UInt8]? { progress.shown }

    /// Takes what came over the line.
    mutating func receive(_ bytes: [UInt8], at now: Int64) -> [News] {
        defer { setDeadline(now) }
        return framer.append(bytes).flatMap { hear($0, now) }
    }

    /// Nothing came until the deadline: what was begun is over.
    mutating func elapse(at now: Int64) -> [News] {
        defer { setDeadline(now) }
        var news: [News] = []
        if let frame = framer.silence() {
            news = hear(frame, now)
        } else if progress.isMeasuring, burst.isEmpty, progress.giveUp() {
            news = [.failed(.unstable)]
        }
        if isTalkingNonsense {
            strayBytesTold = framer.strayBytes
            news.append(.failed(.unreadable(LineMachine.wrongDevice)))
        }
        return news + burst.end()
    }

    private mutating func hear(_ frame: Result<LineFrame, LineFault>, _ now: Int64) -> [News] {
        do throws(LineFault) {
            let frame = try frame.get()
            let message = try decoder.decode(frame)
            isRecognised = true
            if case .asked(let bytes) = message { return [.send(bytes)] }
            let news = progress.hear(message, raw: frame.raw, at: now).flatMap { burst.add($0) }
            return acknowledged(profile.acknowledgement) + news
        } catch {
            return acknowledged(profile.refusal) + [.failed(.unreadable(code(of: error)))]
        }
    }

    private func acknowledged(_ bytes: [UInt8]) -> [News] { bytes.isEmpty ? [] : [.send(bytes)] }

    /// The first frame tells whether it is the device of the profile. A half one tells nothing.
    private func code(of fault: LineFault) -> String {
        isRecognised || fault == .truncated || fault.isOfTheLine ? fault.code : Self.wrongDevice
    }

    /// Plenty of bytes and no frame: another device, or another speed.
    private var isTalkingNonsense: Bool { !isRecognised && framer.strayBytes - strayBytesTold >= Self.nonsense }

    private static let nonsense = 8

    /// What ``MeasureFailure/unreadable(_:)`` says when the device on the port is another one.
    static let wrongDevice = "wrong_device"

    /// The rest of a begun frame is waited for, or else the end of a burst, or of an unfinished value.
    private mutating func setDeadline(_ now: Int64) {
        let wait: Duration? =
            framer.isPending || isTalkingNonsense
            ? profile.framing.timeout
            : !burst.isEmpty ? burst.quiet : progress.isMeasuring ? profile.stability?.within : nil
        deadline = wait.map { now + Int64($0 / .nanoseconds(1)) }
    }
}

extension LineFault {
    /// True where the bytes were damaged on their way, which says nothing about who sent them.
    fileprivate var isOfTheLine: Bool {
        switch self {
        case .badChecksum, .tooLong, .badCharacter: true
        default: false
        }
    }
}
