/// One connection of a line device: frames, decodes, keeps track of what was still being measured.
actor LineSession {
    private let key: DeviceKey
    private let profile: LineProfile
    private let isSimulated: Bool
    private let clock: any Clock<Duration>
    private let stamps: ReadingStamps
    private let report: @Sendable (DeviceReport) -> Void
    private let decoder: LineDecoder
    private var framer: LineFramer
    private var progress: LineProgress
    private var timer: Task<Void, Never>?

    init(
        _ profile: LineProfile, key: DeviceKey, isSimulated: Bool, clock: any Clock<Duration>, stamps: ReadingStamps,
        report: @escaping @Sendable (DeviceReport) -> Void
    ) {
        (self.profile, self.key, self.isSimulated) = (profile, key, isSimulated)
        (self.clock, self.stamps, self.report) = (clock, stamps, report)
        decoder = LineDecoder(profile)
        framer = LineFramer(profile.framing)
        progress = LineProgress(patience: profile.stability?.within, repeats: profile.repeats)
    }

    /// Takes what came over the line; returns how many frames were understood, each of which wants an acknowledgement.
    func receive(_ bytes: [UInt8]) -> Int {
        let understood = framer.append(bytes).count { handle($0) }
        setTimer()
        return understood
    }

    /// The link is gone; what was half there is nothing.
    func end() {
        timer?.cancel()
        timer = nil
    }

    private func handle(_ frame: Result<LineFrame, LineFault>) -> Bool {
        do {
            let frame = try frame.get()
            tell(progress.hear(try decoder.decode(frame), raw: frame.raw, at: stamps.monotonic()), raw: frame.raw)
            return true
        } catch {
            report(.failed(key, .unreadable(error.code)))
            return false
        }
    }

    private func tell(_ news: LineProgress.News, raw: [UInt8]) {
        switch news {
        case .nothing: break
        case .live(let value): report(.measuring(key, live: value))
        case .failed(let failure): report(.failed(key, failure))
        case .value(let value): report(.reading(reading(value, raw)))
        }
    }

    private func reading(_ value: LineValue, _ raw: [UInt8]) -> Reading {
        Reading(
            id: stamps.makeID(), deviceKey: key, values: value.values, deviceTime: value.deviceTime,
            deviceSequence: value.sequence, flags: value.flags, raw: raw, receivedMonotonic: stamps.monotonic(),
            receivedAt: stamps.now(), isSimulated: isSimulated)
    }

    /// One timer, set anew by every chunk: for the rest of a begun frame, or else for the end of an unfinished value.
    private func setTimer() {
        timer?.cancel()
        let wait = framer.isPending ? profile.framing.timeout : progress.isMeasuring ? profile.stability?.within : nil
        timer = wait.map { wait in
            Task { [weak self, clock] in
                do {
                    try await clock.sleep(for: wait)
                    await self?.silence()
                } catch {
                    return  // set anew, or the session ended
                }
            }
        }
    }

    private func silence() {
        guard !Task.isCancelled else { return }
        if let frame = framer.silence() {
            _ = handle(frame)
        } else if progress.giveUp() {
            report(.failed(key, .unstable))
        }
        setTimer()
    }
}
