import CDBus
import Testing

@testable import FitnessMeasure

@Suite struct BusValueTests {
    private static let values: [BusValue] = [
        .byte(255), .boolean(true), .boolean(false), .int16(-2), .uint16(65_535), .int32(-3), .uint32(7), .int64(.min),
        .uint64(.max), .double(0.1), .string("혈압"), .string(""), .objectPath("/org/bluez/hci0"), .signature("a{sv}"),
        .bytes([0x16, 0xFF, 0x07]), .bytes([]), .array(of: "s", [.string("a"), .string("b")]), .array(of: "o", []),
        .array(of: "(sy)", [.structure([.string("x"), .byte(1)])]), .properties([:]),
        .properties(["Value": .bytes([1, 2]), "Flags": .array(of: "s", [.string("notify")]), "RSSI": .int16(-52)]),
        .dictionary(key: "q", value: "v", [.init(key: .uint16(76), value: .variant(.bytes([2, 21])))]),
        .variant(.variant(.variant(.uint32(1)))),
    ]

    @Test(arguments: values) func `a value survives libdbus's message`(value: BusValue) throws {
        let message = try BusMessage(.signal, path: "/a", interface: "b.c", member: "D", body: [value]).makeMessage()
        defer { dbus_message_unref(message) }
        #expect(String(cString: dbus_message_get_signature(message)) == value.typeSignature)
        #expect(BusMessage(message)?.body == [value])
    }

    @Test(arguments: [
        BusMessage.call("not a name", "/", "a.b", "C"), .call("a.b", "no/path", "a.b", "C"),
        .call("a.b", "/", "a", "C"),
        .call("a.b", "/", "a.b", "not a member"), BusMessage(.signal, path: "/", interface: "a.b", member: ""),
        BusMessage(.result(to: 1, destination: "")), BusMessage(.error(name: "x", to: 1, destination: ":1.1")),
        .call("a.b", "/", "a.b", "C", [.objectPath("no path")]), .call("a.b", "/", "a.b", "C", [.signature("zz")]),
        .call("a.b", "/", "a.b", "C", [.string("a\0b")]), .call("a.b", "/", "a.b", "C", [.unsupported(type: 0x68)]),
    ])
    func `a malformed message is refused before libdbus ends the process`(message: BusMessage) {
        #expect(throws: BusError.self) { try message.makeMessage() }
    }

    @Test func `a descriptor is not taken`() throws {
        let message = try #require(dbus_message_new_signal("/a", "b.c", "D"))
        defer { dbus_message_unref(message) }
        var iterator = DBusMessageIter()
        dbus_message_iter_init_append(message, &iterator)
        var descriptor: Int32 = 0
        #expect(dbus_message_iter_append_basic(&iterator, Int32(UInt8(ascii: "h")), &descriptor) != 0)
        #expect(BusMessage(message)?.body == [.unsupported(type: UInt8(ascii: "h"))])
    }
}
