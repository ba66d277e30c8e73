import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT end the kiosk in order, not at once.
final class Signals: Sendable {
    private let handler = Mutex<(@Sendable () -> Void)?>(nil)

    init() {
        // A child that ends while it is written to must not take the kiosk with it.
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGTERM, SIGINT] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            // The source holds itself through its handler: it is needed until the process ends.
            source.setEventHandler { [self, source] in
                _ = source
                if let handler = handler.withLock({ $0 }) { handler() } else { _exit(128 + number) }
            }
            source.resume()
        }
    }

    /// Before this is called, a signal ends the process as usual.
    func onEnd(_ work: @escaping @Sendable () -> Void) { handler.withLock { $0 = work } }
}
