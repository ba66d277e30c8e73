/// The keys of the US layout by the kernel's key codes (`linux/input-event-codes.h`).
enum USKeyboard {
    /// ASCII without and with shift.
    typealias Key = (plain: UInt8, shifted: UInt8)

    /// Left and right shift.
    static let shifts: Set<UInt16> = [42, 54]
    /// Left and right control, alt and meta.
    static let modifiers: Set<UInt16> = [29, 97, 56, 100, 125, 126]
    /// Enter of the main block and of the number pad.
    static let enters: Set<UInt16> = [28, 96]

    static let keys: [UInt16: Key] = {
        var keys: [UInt16: Key] = [:]
        for row in rows {
            for (offset, key) in zip(row.plain.utf8, row.shifted.utf8).enumerated() {
                keys[row.first + UInt16(offset)] = key
            }
        }
        return keys
    }()

    private static let rows: [(first: UInt16, plain: String, shifted: String)] = [
        (2, "1234567890-=", "!@#$%^&*()_+"), (16, "qwertyuiop[]", "QWERTYUIOP{}"),
        (30, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
        (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"), (57, " ", " "),
        // The number pad, whatever Num Lock says.
        (71, "789-456+1230.", "789-456+1230."), (55, "*", "*"), (98, "/", "/"),
    ]
}
