import Synchronization

/// A private connection to a message bus. All of libdbus runs on one thread of its own, which this only tells what
/// to do; what happens comes back through the closure given at the start, on that thread.
package final class BusConnection: Sendable {
    private let orders: BusOrders

    /// Starts connecting. `handle` gets ``BusEvent/opened(name:)`` first, or ``BusEvent/closed(_:)`` as the only event;
    /// it must not block.
    package init(to address: BusAddress, handle: @escaping @Sendable (BusEvent) -> Void) throws(BusError) {
        orders = try BusOrders()
        BusThread.start(address: address.text, orders: orders, handle: handle)
    }

    deinit { orders.give(.close) }

    /// Sends a message. With a token, its answer comes as ``BusEvent/answered(token:_:)``.
    package func send(_ message: BusMessage, token: Int? = nil) { orders.give(.send(message, token: token)) }

    /// Ends the connection; ``BusEvent/closed(_:)`` follows.
    package func close() { orders.give(.close) }
}

/// What the connection's thread is to do, and the pipe that wakes it.
final class BusOrders: Sendable {
    enum Order: Sendable {
        case send(BusMessage, token: Int?)
        case close
    }

    let pipe: WakePipe
    private let waiting = Mutex<[Order]>([])

    init() throws(BusError) { pipe = try WakePipe() }

    func give(_ order: Order) {
        waiting.withLock { $0.append(order) }
        pipe.wake()
    }

    func take() -> [Order] {
        waiting.withLock { orders in
            defer { orders = [] }
            return orders
        }
    }
}
