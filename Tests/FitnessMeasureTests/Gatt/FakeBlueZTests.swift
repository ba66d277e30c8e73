import DeviceSimulator
import Foundation
import Testing

@testable import DeviceSimulator
@testable import FitnessMeasure

/// The simulated service as a program of another maker sees it: `dbus-send`, from Debian.
@Suite(.timeLimit(.minutes(1))) struct FakeBlueZTests {
    private static let adapter = "/org/bluez/hci0"
    private static let device = "/org/bluez/hci0/dev_AA_BB_CC_00_00_01"
    private static let peripheral = FakePeripheral(
        address: "AA:BB:CC:00:00:01", name: "probe",
        services: [
            .init(
                GattUUID(0x1810),
                [
                    .init(GattUUID(0x2A35), flags: ["indicate"]),
                    .init(GattUUID(0x2A49), flags: ["read"], value: [0x05, 0x00]),
                    .init(GattUUID(0x2A08), flags: ["read", "write"]),
                ])
        ])

    @Test func `an outside program sees the adapter and its properties`() async throws {
        let outside = try await Outside.start()
        let objects = try await outside.call("/", "org.freedesktop.DBus.ObjectManager.GetManagedObjects")
        #expect(objects.contains("object path \"/org/bluez/hci0\""))
        #expect(objects.contains("string \"org.bluez.Adapter1\""))
        let get = "org.freedesktop.DBus.Properties.Get"
        #expect(
            try await outside.call(Self.adapter, get, "string:org.bluez.Adapter1", "string:Powered")
                .contains("boolean true"))
        _ = try await outside.call(
            Self.adapter, "org.freedesktop.DBus.Properties.Set", "string:org.bluez.Adapter1", "string:Powered",
            "variant:boolean:false")
        #expect(
            try await outside.call(
                Self.adapter, "org.freedesktop.DBus.Properties.GetAll", "string:org.bluez.Adapter1"
            ).contains("variant             boolean false"))
        #expect(
            try await outside.call(Self.adapter, "org.bluez.Adapter1.StartDiscovery")
                .contains("org.bluez.Error.NotReady"))
    }

    @Test func `introspection leads from the root to an interface`() async throws {
        let outside = try await Outside.start()
        let introspect = "org.freedesktop.DBus.Introspectable.Introspect"
        #expect(try await outside.call("/", introspect).contains("<node name=\"org\"/>"))
        #expect(try await outside.call("/org/bluez", introspect).contains("<node name=\"hci0\"/>"))
        let adapter = try await outside.call(Self.adapter, introspect)
        #expect(adapter.contains("<method name=\"StartDiscovery\">"))
        #expect(adapter.contains("<property name=\"Powered\" type=\"b\""))
    }

    @Test func `a device out of reach cannot be connected, one in reach can be read and written`() async throws {
        let outside = try await Outside.start(search: true)
        await outside.bluez.comesIntoReach(Self.peripheral)
        #expect(try await outside.call(Self.device, "org.bluez.Device1.Connect").contains("method return"))
        let features = Self.device + "/service0010/char0012"
        let clock = Self.device + "/service0010/char0013"
        let read = "org.bluez.GattCharacteristic1.ReadValue"
        #expect(try await outside.call(features, read, "dict:string:string:").contains("05 00"))
        #expect(
            try await outside.call(features, "org.bluez.GattCharacteristic1.StartNotify").contains("NotSupported"))
        let write = "org.bluez.GattCharacteristic1.WriteValue"
        #expect(
            try await outside.call(features, write, "array:byte:1,2", "dict:string:string:").contains("NotPermitted"))
        _ = try await outside.call(clock, write, "array:byte:234,7", "dict:string:string:")
        #expect(try await outside.call(clock, read, "dict:string:string:").contains("ea 07"))
        await outside.bluez.leavesReach(Self.peripheral)
        #expect(try await outside.call(Self.device, "org.bluez.Device1.Connect").contains("org.bluez.Error.Failed"))
        #expect(try await outside.call(clock, read, "dict:string:string:").contains("UnknownObject"))
    }

    @Test(arguments: [
        ("/org/bluez/hci0", "org.bluez.Adapter1.Fly", "UnknownMethod"),
        ("/org/bluez/hci0", "org.bluez.Device1.Connect", "UnknownInterface"),
        ("/org/bluez/hci9", "org.bluez.Adapter1.StartDiscovery", "UnknownObject"),
        ("/org/bluez/hci0", "org.bluez.Adapter1.StopDiscovery", "No discovery started"),
    ])
    func `what is not there is refused by name`(path: String, method: String, error: String) async throws {
        #expect(try await Outside.start().call(path, method).contains(error))
    }

    @Test func `nobody who searches for something else sees the device`() {
        var radio = FakeRadio()
        radio.filters[":1.5"] = [GattUUID(0x181D)]
        radio.startSearch(of: ":1.5")
        radio.comesIntoReach(Self.peripheral)
        #expect(radio.objects[Self.device] == nil)
        radio.filters[":1.6"] = [GattUUID(0x1810)]
        radio.startSearch(of: ":1.6")
        #expect(radio.objects[Self.device] != nil)
    }

    @Test func `a program that leaves the bus no longer searches or listens`() {
        var radio = FakeRadio()
        radio.startSearch(of: ":1.5")
        radio.comesIntoReach(Self.peripheral)
        let isConnected = radio.connect(Self.device)
        let path = Self.device + "/service0010/char0011"
        radio.startListening(":1.5", to: path)
        let before = radio.sends([1], from: path)
        radio.forget(":1.5")
        let after = radio.sends([1], from: path)
        #expect((isConnected, before, after) == (true, true, false))
        #expect(radio.searches.isEmpty)
    }

    @Test func `two services on one bus are one too many`() async throws {
        let bus = try await PrivateBus.start()
        let first = FakeBlueZ(address: bus.address)
        try await first.start()
        await #expect(throws: FakeBlueZError.self) { try await FakeBlueZ(address: bus.address).start() }
    }

    @Test func `a bus that is not there is told`() async throws {
        let bus = try await PrivateBus.start()
        let address = bus.address
        bus.stop()
        await #expect(throws: FakeBlueZError.self) { try await FakeBlueZ(address: address).start() }
    }
}
