import Foundation
import KioskUI
import Synchronization

/// Touches the stage from another thread, as the mirror does, and waits for each picture.
final class Finger: Sendable {
    let onlooker = Onlooker()
    private let mailbox: Mailbox<StageEvent>
    private let result = Mutex<Outcome>(Outcome())

    struct Outcome: Sendable {
        /// Of the first round, in which each screen is drawn for the first time since the start.
        var first: [Int64] = []
        /// Of all rounds after it.
        var times: [Int64] = []
        var silent = 0
    }

    /// A picture that takes longer does not come at all.
    private static let patience = 0.5
    /// As long as a new screen ignores fingers, and a little.
    private static let settling = 0.32

    init(mailbox: Mailbox<StageEvent>) { self.mailbox = mailbox }

    var outcome: Outcome { result.withLock { $0 } }

    /// Goes round until enough was touched, then ends the stage.
    func walk(_ steps: [TouchRoad.Step], touches: Int) {
        defer { mailbox.post(.quit) }
        Thread.sleep(forTimeInterval: Self.settling)
        for round in 0..<(2 + touches / (2 * steps.count)) {
            for step in steps {
                for kind in [PointerEvent.Kind.down, .up] { touch(kind, step, isFirst: round == 0) }
                if step.opensScreen { Thread.sleep(forTimeInterval: Self.settling) }
            }
        }
    }

    private func touch(_ kind: PointerEvent.Kind, _ step: TouchRoad.Step, isFirst: Bool) {
        onlooker.forget()
        let start = MonotonicTime.nanoseconds
        mailbox.post(.pointer(kind, x: step.x, y: step.y))
        let seen = onlooker.waitForPicture(seconds: Self.patience)
        result.withLock { result in
            guard let seen else { return result.silent += 1 }
            if isFirst { result.first.append(seen - start) } else { result.times.append(seen - start) }
        }
    }
}

/// Notes when the stage has presented a picture.
final class Onlooker: Sendable {
    private let last = Mutex<Int64>(0)
    private let bell = DispatchSemaphore(value: 0)

    /// Called by the stage.
    func sawPicture() {
        last.withLock { $0 = MonotonicTime.nanoseconds }
        bell.signal()
    }

    /// Forgets pictures of the clock's making.
    func forget() { while bell.wait(timeout: .now()) == .success {} }

    /// When it was presented, by the monotonic clock; nil if none came.
    func waitForPicture(seconds: Double) -> Int64? {
        bell.wait(timeout: .now() + seconds) == .success ? last.withLock { $0 } : nil
    }
}
