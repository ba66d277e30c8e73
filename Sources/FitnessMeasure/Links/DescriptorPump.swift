import Foundation
import Glibc
import Synchronization

/// Moves bytes between a file descriptor and the concurrent world, on a thread of its own that sleeps in `poll`.
///
/// The thread owns the descriptor and closes it; nobody else touches it. Waiting bytes are bounded in both directions.
final class DescriptorPump: OpenByteLink {
    let chunks: AsyncThrowingStream<[UInt8], any Error>
    private let continuation: AsyncThrowingStream<[UInt8], any Error>.Continuation
    private let descriptor: Int32
    private let bell: WakePipe
    private let writeTimeout: Duration
    private let state = Mutex(State())

    /// Chunks that may wait for the reader before the link is given up.
    static let waitingChunks = 256
    /// Writes that may wait for the device.
    static let waitingWrites = 16

    private struct State {
        var writes: [PumpWrite] = []
        var isClosing = false
        var hasEnded = false
    }

    /// Takes the descriptor over, also when it throws.
    init(owning descriptor: Int32, writeTimeout: Duration) throws(LinkLost) {
        do {
            bell = try WakePipe()
        } catch {
            Glibc.close(descriptor)
            throw LinkLost(reason: "no pipe: \(error)")
        }
        (self.descriptor, self.writeTimeout) = (descriptor, writeTimeout)
        (chunks, continuation) = AsyncThrowingStream.makeStream(
            of: [UInt8].self, bufferingPolicy: .bufferingOldest(Self.waitingChunks))
        continuation.onTermination = { [weak self] _ in self?.beginClosing() }
        Thread.detachNewThread { self.run() }
    }

    func write(_ bytes: [UInt8]) async throws {
        guard !bytes.isEmpty else { return }
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            let write = PumpWrite(rest: bytes[...], deadline: .now + writeTimeout, done: done)
            let refusal: LinkLost? = state.withLock { state in
                guard !state.hasEnded, !state.isClosing else { return LinkLost(reason: "closed") }
                guard state.writes.count < Self.waitingWrites else { return LinkLost(reason: "too many writes wait") }
                state.writes.append(write)
                bell.wake()
                return nil
            }
            if let refusal { done.resume(throwing: refusal) }
        }
    }

    func close() async { beginClosing() }

    private func beginClosing() {
        state.withLock { state in
            guard !state.hasEnded else { return }
            state.isClosing = true
            bell.wake()
        }
    }
}

/// Bytes on their way to the device.
struct PumpWrite {
    var rest: ArraySlice<UInt8>
    let deadline: ContinuousClock.Instant
    let done: CheckedContinuation<Void, any Error>
}

// The thread's side.
extension DescriptorPump {
    private func run() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var outcome: Outcome
        repeat { outcome = turn(&buffer) } while outcome == .goOn
        end(outcome)
    }

    private enum Outcome: Equatable {
        case goOn, closed
        case lost(LinkLost)
    }

    private func turn(_ buffer: inout [UInt8]) -> Outcome {
        let (isClosing, deadline) = state.withLock { ($0.isClosing, $0.writes.first?.deadline) }
        if isClosing { return .closed }
        let wanted = deadline == nil ? POLLIN : POLLIN | POLLOUT
        var polled = [
            pollfd(fd: descriptor, events: Int16(wanted), revents: 0),
            pollfd(fd: bell.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&polled, 2, Self.milliseconds(until: deadline)) >= 0 else {
            return errno == EINTR ? .goOn : .lost(.system("poll"))
        }
        if polled[1].revents != 0 { bell.drain() }
        let happened = Int32(polled[0].revents)
        if happened & POLLIN != 0 { return read(into: &buffer) }
        if happened & (POLLHUP | POLLERR | POLLNVAL) != 0 { return .lost(LinkLost(reason: "unplugged")) }
        return deadline == nil ? .goOn : writeWaiting(canWrite: happened & POLLOUT != 0)
    }

    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let left = deadline - .now
        return left <= .zero ? 0 : Int32(min(left / .milliseconds(1), 60_000)) + 1
    }

    private func read(into buffer: inout [UInt8]) -> Outcome {
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count < 0 { return errno == EAGAIN || errno == EINTR ? .goOn : .lost(.system("read")) }
        guard count > 0 else { return .lost(LinkLost(reason: "unplugged")) }
        switch continuation.yield(Array(buffer[..<count])) {
        case .enqueued: return .goOn
        case .terminated: return .closed
        case .dropped: return .lost(LinkLost(reason: "the reader is too slow"))
        @unknown default: return .lost(LinkLost(reason: "the stream refuses bytes"))
        }
    }

    /// Hands bytes of the first waiting write to the system, or gives it up when its time is over.
    private func writeWaiting(canWrite: Bool) -> Outcome {
        guard var first = state.withLock({ $0.writes.first }) else { return .goOn }
        if canWrite {
            let count = first.rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 { return errno == EAGAIN || errno == EINTR ? .goOn : .lost(.system("write")) }
            first.rest = first.rest.dropFirst(count)
        }
        let left = first
        guard !left.rest.isEmpty, ContinuousClock.now < left.deadline else {
            state.withLock { _ = $0.writes.removeFirst() }
            left.done.resume(with: left.rest.isEmpty ? .success(()) : .failure(LinkLost(reason: "write timed out")))
            return .goOn
        }
        state.withLock { $0.writes[0] = left }
        return .goOn
    }

    private func end(_ outcome: Outcome) {
        let waiting = state.withLock { state in
            state.hasEnded = true
            Glibc.close(descriptor)
            defer { state.writes = [] }
            return state.writes
        }
        let lost: LinkLost? = if case .lost(let reason) = outcome { reason } else { nil }
        for write in waiting { write.done.resume(throwing: lost ?? LinkLost(reason: "closed")) }
        continuation.finish(throwing: lost)
    }
}
