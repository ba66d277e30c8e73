import FitnessMeasure

/// A simulated Bluetooth service: `org.bluez` on a message bus, with one adapter and the devices that are put into its
/// reach. Programs cannot tell it from the real one but by its adapter's mark.
public actor FakeBlueZ {
    private let address: String
    private var radio = FakeRadio()
    /// Devices in reach stay there while the service is down.
    private var inReach: [String: FakePeripheral] = [:]
    private var connection: BusConnection?
    private var work: Task<Void, Never>?
    private var state = State.stopped
    private var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
    private var lastWatcher = 0

    private enum State: Equatable { case stopped, starting, serving, failed(BusError) }
    private static let nameToken = 1
    private static let mostUnread = 4096

    private let clock: any Clock<Duration>

    /// Serves on the bus at this D-Bus address, once started; the clock is for devices that take their time.
    public init(address: String, clock: any Clock<Duration> = ContinuousClock()) {
        (self.address, self.clock) = (address, clock)
    }

    deinit { work?.cancel() }

    /// Connects and takes the name; returns when calls are answered.
    public func start() async throws {
        guard connection == nil else { return }
        let (events, source) = AsyncStream.makeStream(
            of: BusEvent.self, bufferingPolicy: .bufferingOldest(Self.mostUnread))
        connection = try BusConnection(to: .address(address)) { event in
            if case .dropped = source.yield(event) { source.finish() }
            if case .closed = event { source.finish() }
        }
        state = .starting
        work = Task { [weak self] in
            for await event in events { await self?.handle(event) }
        }
        try await wait { $0.state != .starting }
        if case .failed(let error) = state {
            await stop()
            throw FakeBlueZError.cannotServe(error.reason)
        }
    }

    /// Ends as if the service had crashed: its name is free, its objects are gone. ``start()`` begins afresh.
    public func stop() async {
        connection?.close()
        await work?.value
        (connection, work, state) = (nil, nil, .stopped)
        radio = FakeRadio()
        changed()
    }

    /// A device is switched on near the adapter. Programs that search for it see it.
    func comesIntoReach(_ peripheral: FakePeripheral) {
        inReach[peripheral.path] = peripheral
        radio.comesIntoReach(peripheral)
        changed()
    }

    /// A device is switched off; a connection to it breaks.
    func leavesReach(_ peripheral: FakePeripheral) {
        inReach[peripheral.path] = nil
        radio.leavesReach(peripheral.path)
        changed()
    }

    /// Sends a value, if a program listens to the characteristic.
    @discardableResult
    func send(_ bytes: [UInt8], as uuid: GattUUID, from peripheral: FakePeripheral) -> Bool {
        guard let path = radio.characteristic(uuid, of: peripheral.path) else { return false }
        defer { changed() }
        return radio.sends(bytes, from: path)
    }

    /// What the service says of a device.
    func property(_ name: String, of peripheral: FakePeripheral) -> BusValue? {
        radio.objects[peripheral.path]?[BlueZNames.device]?[name]
    }

    /// Returns when a program listens to the characteristic, however long that takes.
    func waitForListener(to uuid: GattUUID, of peripheral: FakePeripheral) async throws {
        try await wait { service in
            guard let path = service.radio.characteristic(uuid, of: peripheral.path) else { return false }
            return service.radio.listeners[path]?.isEmpty == false
        }
    }

    private func handle(_ event: BusEvent) {
        switch event {
        case .opened:
            let rule = "type='signal',sender='\(BlueZNames.bus)',member='NameOwnerChanged'"
            connection?.send(
                .call(BlueZNames.bus, BlueZNames.busPath, BlueZNames.bus, "AddMatch", [.string(rule)]))
            // 4: do not queue for the name if another service has it.
            let request: [BusValue] = [.string(BlueZNames.service), .uint32(4)]
            connection?.send(
                .call(BlueZNames.bus, BlueZNames.busPath, BlueZNames.bus, "RequestName", request),
                token: Self.nameToken)
        case .answered(Self.nameToken, .success(let body)):
            // 1: primary owner.
            if body == [.uint32(1)] {
                state = .serving
                for peripheral in inReach.values { radio.comesIntoReach(peripheral) }
            } else {
                state = .failed(.disconnected("the name has an owner"))
            }
        case .answered(let token, let result) where token > Self.nameToken:
            if let answer = radio.agentAnswered(token, result) { deliver(answer) }
        case .answered(_, .failure(let error)), .closed(let error): state = .failed(error)
        case .answered: break
        case .received(let message): receive(message)
        }
        changed()
    }

    private func receive(_ message: BusMessage) {
        switch message.kind {
        case .call:
            deliver(radio.answer(message))
        case .signal:
            guard message.member == "NameOwnerChanged", message.body.count == 3, let name = message.body[0].text,
                message.body[2].text == ""
            else { return }
            radio.forget(name)
        case .result, .error: break
        }
    }

    /// As the real service does: first what changed, then the answer, then what follows from it.
    private func deliver(_ answer: BusMessage?) {
        radio.takeSignals().forEach { connection?.send($0) }
        if let answer { connection?.send(answer) }
        for call in radio.takeCalls() { connection?.send(call.message, token: call.token) }
        for late in radio.takeLate() { follow(late) }
    }

    private func follow(_ late: FakeLate) {
        switch late {
        case .value(let uuid, let bytes, let device):
            if let path = radio.characteristic(uuid, of: device) { _ = radio.sends(bytes, from: path) }
        case .hangUp(let device): radio.disconnect(device)
        case .resolve(let device, let delay):
            let clock = clock
            Task { [weak self] in
                // Cancelled only with the process; a service that ended meanwhile has nothing to resolve.
                do { try await clock.sleep(for: delay) } catch { return }
                await self?.resolve(device)
            }
        }
    }

    private func resolve(_ device: String) {
        radio.resolve(device)
        changed()
    }

    /// Returns when something is so that depends on what programs do, however long that takes.
    func wait(untilTrue isTrue: @Sendable () -> Bool) async throws {
        try await wait { _ in isTrue() }
    }

    /// Returns when programs have read a value so often, however long that takes.
    func waitForReads(_ count: Int, of uuid: GattUUID, of peripheral: FakePeripheral) async throws {
        try await wait { service in
            let path = service.radio.characteristic(uuid, of: peripheral.path)
            return path.flatMap { service.radio.reads[$0] } ?? 0 >= count
        }
    }

    /// Tells what changed to the programs and to those who wait here.
    private func changed() {
        let signals = radio.takeSignals()
        if state == .serving { signals.forEach { connection?.send($0) } }
        for watcher in watchers.values { watcher.yield() }
    }

    private func wait(until isTrue: (isolated FakeBlueZ) -> Bool) async throws {
        while !isTrue(self) {
            let (changes, source) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            lastWatcher += 1
            let number = lastWatcher
            watchers[number] = source
            for await _ in changes { break }
            watchers[number] = nil
            try Task.checkCancellation()
        }
    }
}

/// Why the simulated service does not serve.
public enum FakeBlueZError: Error, Equatable, Sendable {
    /// The bus cannot be reached, or somebody else serves there.
    case cannotServe(String)
}
