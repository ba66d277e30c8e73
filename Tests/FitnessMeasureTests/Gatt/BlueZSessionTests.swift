import Testing

@testable import FitnessMeasure

/// The order of things on the way to a listening link, without a bus.
@Suite struct BlueZSessionTests {
    private static let adapter = "/org/bluez/hci0"
    private static let device = "/org/bluez/hci0/dev_C0_FF_EE_00_28_10"
    private static let peer = GattPeer(address: "C0:FF:EE:00:28:10", isSimulated: false)

    @Test func `match rules come before the list`() {
        var story = Story()
        story.happens(.bus(.opened(name: ":1.1")))
        #expect(story.calls == ["AddMatch", "AddMatch", "AddMatch", "GetManagedObjects"])
    }

    @Test func `a cuff is searched, the search stopped, then connected, resolved and listened to`() {
        var story = Story()
        story.listens()
        #expect(
            story.calls.dropFirst(4) == [
                "SetDiscoveryFilter", "StartDiscovery", "StopDiscovery", "Connect", "StartNotify /char1",
                "StartNotify /char0",
            ])
        #expect(story.reports == [.connected(Self.peer)])
    }

    @Test func `being connected is not enough: the services must be resolved`() {
        var story = Story()
        story.isFound()
        story.answers("Connect")
        story.changes(Self.device, BlueZNames.device, ["Connected": .boolean(true)])
        #expect(story.calls.last == "Connect")
        story.changes(Self.device, BlueZNames.device, ["ServicesResolved": .boolean(true)])
        #expect(story.calls.last == "Disconnect")
        #expect(story.reports == [.unavailable(reason: "no characteristic [2A35]")])
    }

    @Test func `a value that overtakes the answer to the subscription is not lost`() {
        var story = Story()
        story.isResolved()
        story.sends([0x16], "/char0")
        #expect(
            story.reports == [
                .connected(Self.peer), .value(Self.peer, characteristic: GattUUID(0x2A35), bytes: [0x16]),
            ])
    }

    @Test func `a repeated value is told twice, and silence after it once`() {
        var story = Story()
        story.listens()
        story.sends([1], "/char0")
        story.sends([1], "/char0")
        story.waits()
        story.waits()
        let value = GattEvent.value(Self.peer, characteristic: GattUUID(0x2A35), bytes: [1])
        #expect(story.reports == [.connected(Self.peer), value, value, .quiet(Self.peer)])
    }

    @Test func `a device that hangs up after its value is looked for at once`() {
        var story = Story()
        story.listens()
        story.sends([1], "/char0")
        story.changes(Self.device, BlueZNames.device, ["Connected": .boolean(false)])
        #expect(story.reports.last == .disconnected(Self.peer))
        #expect(story.calls.suffix(2) == ["SetDiscoveryFilter", "StartDiscovery"])
    }

    @Test func `a device that is removed while connected is gone`() {
        var story = Story()
        story.listens()
        story.happens(
            .bus(
                .received(
                    BusMessage(
                        .signal, path: "/", interface: BlueZNames.objectManager, member: "InterfacesRemoved",
                        body: [.objectPath(Self.device), .array(of: "s", [.string(BlueZNames.device)])]))))
        #expect(story.reports.last == .disconnected(Self.peer))
    }

    @Test func `a refused subscription of the optional value does no harm, of the required one it ends the try`() {
        for (path, expected) in [("/char1", GattEvent.connected(Self.peer)), ("/char0", .unavailable(reason: "a.b"))] {
            var story = Story()
            story.isResolved()
            story.answers("StartNotify " + path, .failure(.refused(name: "a.b", message: "")))
            story.answers("StartNotify " + (path == "/char0" ? "/char1" : "/char0"))
            #expect(story.reports == [expected])
        }
    }

    @Test func `a device that never answers is given up and searched for again`() {
        var story = Story()
        story.isFound()
        story.waits()
        #expect(story.calls.last == "Disconnect")
        #expect(story.reports == [.unavailable(reason: "the device does not answer")])
        story.waits()
        #expect(story.calls.last == "GetManagedObjects")
    }

    @Test func `an adapter that is off is switched on, and then searched with`() {
        var story = Story()
        story.happens(.bus(.opened(name: ":1.1")))
        story.answers("GetManagedObjects", .success([Story.objects(isPowered: false)]))
        #expect(story.calls.last == "Set")
        story.changes(Self.adapter, BlueZNames.adapter, ["Powered": .boolean(true)])
        #expect(story.calls.suffix(2) == ["SetDiscoveryFilter", "StartDiscovery"])
    }

    @Test func `without an adapter the link rests until one is plugged in`() {
        var story = Story()
        story.happens(.bus(.opened(name: ":1.1")))
        story.answers("GetManagedObjects", .success([.dictionary(key: "o", value: "a{sa{sv}}", [])]))
        #expect(story.reports == [.unavailable(reason: "no Bluetooth adapter")])
        story.appears(Self.adapter, [BlueZNames.adapter: ["Powered": .boolean(true)]])
        #expect(story.calls.last == "StartDiscovery")
    }

    @Test func `a late answer to an earlier phase changes nothing`() {
        var story = Story()
        story.isFound()
        story.changes(Self.device, BlueZNames.device, ["Connected": .boolean(false)])
        let calls = story.calls
        story.answers("Connect")
        #expect(story.calls == calls)
    }

    @Test func `strangers' devices are kept in limited number, and ours still finds room`() {
        var tree = BlueZTree(service: GattUUID(0x1810), address: nil)
        tree.add(Self.adapter, [BlueZNames.adapter: .properties(["Powered": .boolean(true)])])
        for number in 0..<10_000 {
            tree.add("\(Self.adapter)/dev_\(number)", [BlueZNames.device: .properties(["RSSI": .int16(-40)])])
        }
        #expect(tree["\(Self.adapter)/dev_9999", BlueZNames.device] == nil)
        tree.add(Self.device, [BlueZNames.device: .properties(Story.device)])
        #expect(tree.deviceInReach(of: Self.adapter) == Self.device)
    }

    @Test func `a rest doubles up to its limit and starts again`() {
        var backoff = Backoff(longest: .seconds(5))
        #expect((0..<5).map { _ in backoff.next() } == [1, 2, 4, 5, 5].map { .seconds($0) })
        backoff.reset()
        #expect(backoff.next() == .seconds(1))
    }
}

/// Reading and writing for the driver.
@Suite struct BlueZSessionOrderTests {
    private static let peer = GattPeer(address: "C0:FF:EE:00:28:10", isSimulated: false)
    private static let read = GattOrder.read(GattUUID(0x2A36))

    @Test func `what is ordered is called, and its answer told`() {
        var story = Story()
        story.listens()
        story.happens(.order(Self.read))
        #expect(story.calls.last == "ReadValue")
        story.answers("ReadValue", .success([.bytes([7])]))
        #expect(story.reports.last == .answered(Self.peer, Self.read, .done([7])))
    }

    @Test func `a value that comes before the answer does not lose it`() {
        var story = Story()
        story.listens()
        story.happens(.order(.write(GattUUID(0x2A36), [1])))
        story.sends([1], "/char0")
        story.answers("WriteValue", .failure(.refused(name: "a.b", message: "no")))
        #expect(story.reports.last == .answered(Self.peer, .write(GattUUID(0x2A36), [1]), .refused("a.b: no")))
    }

    @Test func `an order waits until everything is listened to`() {
        var story = Story()
        story.isResolved()
        story.sends([0x16], "/char0")
        story.happens(.order(Self.read))
        #expect(story.calls.last == "StartNotify /char0")
        story.answers("StartNotify /char1")
        story.answers("StartNotify /char0")
        #expect(story.calls.last == "ReadValue")
    }

    @Test func `what a device does not have is absent, and who is asked and silent is quiet`() {
        var story = Story()
        story.listens()
        story.happens(.order(.read(GattUUID(0x2A2B))))
        #expect(story.reports.last == .answered(Self.peer, .read(GattUUID(0x2A2B)), .absent))
        story.happens(.order(Self.read))
        story.waits()
        #expect(story.reports.last == .quiet(Self.peer))
    }

    @Test func `an order after the device went is forgotten, and too many are refused`() {
        var story = Story()
        story.happens(.order(Self.read))
        #expect(story.reports.isEmpty)
        story.listens()
        for _ in 0..<33 { story.happens(.order(Self.read)) }
        #expect(story.reports.last == .answered(Self.peer, Self.read, .refused("too many orders")))
    }
}
