import CDBus
import Foundation

/// The one thread that talks to libdbus for one connection. Only this thread ever sees the connection's pointer.
struct BusThread {
    private let connection: OpaquePointer
    private let orders: BusOrders
    private let handle: @Sendable (BusEvent) -> Void
    /// Which call waits for the answer to which serial.
    private var tokens: [UInt32: Int] = [:]

    /// A peer that never answers cannot make us remember more calls than this.
    private static let mostOpenCalls = 256
    /// Bytes of one message and of all unread messages; more is not what BlueZ says, and the bus must wait or end.
    private static let mostBytes = 4 << 20

    static func start(address: String, orders: BusOrders, handle: @escaping @Sendable (BusEvent) -> Void) {
        let thread = Thread {
            do throws(BusError) {
                var bus = try BusThread(address: address, orders: orders, handle: handle)
                defer { bus.shut() }
                try bus.run()
            } catch {
                handle(.closed(error))
            }
        }
        thread.name = "dbus"
        thread.start()
    }

    private init(
        address: String, orders: BusOrders, handle: @escaping @Sendable (BusEvent) -> Void
    ) throws(BusError) {
        (self.orders, self.handle) = (orders, handle)
        guard let opened = try BusError.check({ dbus_connection_open_private(address, $0) }) else {
            throw .disconnected("no connection")
        }
        connection = opened
        dbus_connection_set_exit_on_disconnect(connection, 0)
        dbus_connection_set_max_message_size(connection, Self.mostBytes)
        dbus_connection_set_max_received_size(connection, Self.mostBytes)
        do throws(BusError) {
            _ = try BusError.check { dbus_bus_register(opened, $0) }
        } catch {
            shut()
            throw error
        }
        handle(.opened(name: dbus_bus_get_unique_name(connection).map { String(cString: $0) } ?? ""))
    }

    private func shut() {
        dbus_connection_close(connection)
        dbus_connection_unref(connection)
    }

    /// Works until told to close or until the bus is gone; always ends by throwing why.
    private mutating func run() throws(BusError) {
        while true {
            for order in orders.take() { try carryOut(order) }
            try readAndWrite()
            try sleep()
            orders.pipe.drain()
        }
    }

    private mutating func carryOut(_ order: BusOrders.Order) throws(BusError) {
        guard case .send(let value, let token) = order else { throw .disconnected("closed") }
        let message = try value.makeMessage()
        defer { dbus_message_unref(message) }
        var serial: UInt32 = 0
        if token == nil { dbus_message_set_no_reply(message, 1) }
        guard dbus_connection_send(connection, message, &serial) != 0 else { throw .outOfMemory }
        if let token { tokens[serial] = token }
        guard tokens.count <= Self.mostOpenCalls else { throw .disconnected("too many unanswered calls") }
    }

    private mutating func readAndWrite() throws(BusError) {
        repeat {
            guard dbus_connection_read_write(connection, 0) != 0 else { throw .disconnected("the bus is gone") }
            while let message = dbus_connection_pop_message(connection) {
                defer { dbus_message_unref(message) }
                if let value = BusMessage(message) { deliver(value) }
            }
        } while dbus_connection_get_dispatch_status(connection) == DBUS_DISPATCH_DATA_REMAINS
    }

    private mutating func deliver(_ message: BusMessage) {
        switch message.kind {
        case .result(let serial, _):
            guard let token = tokens.removeValue(forKey: serial) else { return }
            handle(.answered(token: token, .success(message.body)))
        case .error(let name, let serial, _):
            guard let token = tokens.removeValue(forKey: serial) else { return }
            let text = message.body.first?.text ?? ""
            handle(.answered(token: token, .failure(.refused(name: name, message: text))))
        case .signal, .call:
            handle(.received(message))
        }
    }

    /// Sleeps until the bus or the pipe has something, for as long as it takes.
    private func sleep() throws(BusError) {
        var descriptor: Int32 = -1
        guard dbus_connection_get_unix_fd(connection, &descriptor) != 0 else {
            throw .disconnected("the bus is gone")
        }
        let pending = dbus_connection_has_messages_to_send(connection) != 0
        let interest = Int16(POLLIN) | (pending ? Int16(POLLOUT) : 0)
        var waits = [
            pollfd(fd: descriptor, events: interest, revents: 0),
            pollfd(fd: orders.pipe.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waits, nfds_t(waits.count), -1) >= 0 || errno == EINTR else { throw .system(errno) }
    }
}
