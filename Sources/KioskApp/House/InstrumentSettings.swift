import Configuration
import FitnessMeasure
import KioskScreens

/// One instrument as the installer names it: a name in `instruments`, and keys under `instrument.NAME`.
struct InstrumentSettings: Equatable, Sendable {
    /// Lower-case letters, digits and `-`.
    var name: String
    /// `driver`: an id of `kiosk device list`, or the path of a profile file of one's own.
    var driver: String
    /// `port`: a serial port, wildcards allowed. Default: where the profile looks.
    var port: String?
    /// `keyboard`: an instrument that types its values as a keyboard does, `/dev/input/by-id/…-event-kbd`.
    var keyboard: String?
    /// `address`: the one Bluetooth device that counts. Default: any of the kind in reach.
    var address: String?
    /// `tests`: ids of tests that wait for it. Default: those whose value nothing else is, such as a weight.
    var tests: [String]?

    init(named name: String, _ config: ConfigReader) throws {
        guard !name.isEmpty, name.utf8.count <= 32, name.utf8.allSatisfy(Self.isAllowed) else {
            throw Settings.SettingsError.outOfRange(key: "instruments", value: name)
        }
        let key = { (key: String) in ConfigKey("instrument.\(name).\(key)") }
        self.name = name
        driver = try config.requiredString(forKey: key("driver"))
        port = config.string(forKey: key("port"))
        keyboard = config.string(forKey: key("keyboard"))
        address = config.string(forKey: key("address"))
        tests = config.stringArray(forKey: key("tests"))
    }

    /// What older keys of the settings mean in these terms.
    init(_ name: Instrument, driver: String, port: String? = nil, address: String? = nil, tests: [FitnessTestID]) {
        (self.name, self.driver, self.port, self.address) = (name.rawValue, driver, port, address)
        self.tests = tests.map(\.rawValue)
    }

    static func checkNames(_ instruments: [InstrumentSettings]) throws {
        var seen: Set<String> = []
        for instrument in instruments where !seen.insert(instrument.name).inserted {
            throw Settings.SettingsError.outOfRange(key: "instruments", value: "\(instrument.name) twice")
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d
    }
}
