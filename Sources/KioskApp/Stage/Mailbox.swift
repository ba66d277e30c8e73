import Synchronization

/// Carries events from any task to the stage, which empties it once per turn. The only way onto the first thread.
final class Mailbox<Event: Sendable>: Sendable {
    private let events = Mutex<[Event]>([])
    private let wake: @Sendable () -> Void

    /// `wake` is called after each event; it must be cheap and callable from any thread.
    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    func post(_ event: Event) {
        events.withLock { $0.append(event) }
        wake()
    }

    func empty() -> [Event] {
        events.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
