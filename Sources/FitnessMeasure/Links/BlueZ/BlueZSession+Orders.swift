/// Reading and writing for the driver. Nothing is asked of a device before everything is listened to, since a control
/// point that cannot answer refuses.
extension BlueZSession {
    /// More is not what a driver asks for; the rest is refused.
    private static let mostOrders = 32

    mutating func carryOut(_ order: GattOrder) {
        guard let peer else { return }
        guard waitingOrders.count + openOrders.count < Self.mostOrders else {
            return effects.append(.report(.answered(peer, order, .refused("too many orders"))))
        }
        guard case .listening(let device) = phase else { return waitingOrders.append(order) }
        guard let path = tree.characteristics(order.characteristic, of: device).first else {
            return effects.append(.report(.answered(peer, order, .absent)))
        }
        openOrders[sendNumbered(Self.call(order, path))] = order
        // Who is asked and says nothing is quiet, too.
        heardValue = true
        enter(phase, limit: wanted.quietAfter)
    }

    mutating func carryOutWaiting() {
        let orders = waitingOrders
        waitingOrders = []
        for order in orders { carryOut(order) }
    }

    mutating func answered(_ order: GattOrder, _ result: Result<[BusValue], BusError>) {
        guard let peer else { return }
        let answer: GattAnswer =
            switch result {
            case .success(let body): .done(body.first?.byteArray ?? [])
            case .failure(let error): .refused(error.reason)
            }
        effects.append(.report(.answered(peer, order, answer)))
    }

    private static func call(_ order: GattOrder, _ path: String) -> BusMessage {
        switch order {
        case .read:
            .call(BlueZNames.service, path, BlueZNames.characteristic, "ReadValue", [.properties([:])])
        case .write(_, let bytes):
            .call(
                BlueZNames.service, path, BlueZNames.characteristic, "WriteValue",
                [.bytes(bytes), .properties(["type": .string("request")])])
        }
    }
}
