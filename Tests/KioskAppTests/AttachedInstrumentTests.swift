import Configuration
import FitnessMeasure
import Foundation
import KioskScreens
import Testing

@testable import KioskApp

/// From the settings' words to drivers with the tests that they serve.
@Suite struct AttachedInstrumentTests {
    private let assets: Assets
    private let tests: TestCatalogue

    init() throws {
        assets = try Assets.find()
        tests = try assets.tests()
    }

    private func attach(_ values: [String: ConfigValue]) throws -> [AttachedInstrument] {
        let keyed = values.map { (AbsoluteConfigKey(ConfigKey($0.key)), $0.value) }
        let reader = ConfigReader(providers: [
            InMemoryProvider(values: Dictionary(uniqueKeysWithValues: keyed)), Settings.fallbacks,
        ])
        return try Settings(reader).attached(assets, tests: tests)
    }

    private func one(_ driver: String, _ more: [String: ConfigValue] = [:]) throws -> AttachedInstrument? {
        var values: [String: ConfigValue] = [
            "instruments": list(["one"]), "instrument.one.driver": ConfigValue(.string(driver), isSecret: false),
        ]
        for (key, value) in more { values["instrument.one.\(key)"] = value }
        return try attach(values).first { $0.id == "one" }
    }

    private func list(_ texts: [String]) -> ConfigValue { ConfigValue(.stringArray(texts), isSecret: false) }

    @Test func `with nothing said there is a cuff on the radio`() throws {
        let attached = try attach([:])
        #expect(attached.map(\.id) == [.cuff])
        #expect(attached.first?.place.tests == [.bloodPressure])
    }

    @Test func `the older keys go on to mean a cuff and a grip meter`() throws {
        let attached = try attach(["grip.port": "/dev/serial/by-id/grip", "cuff.address": "AA:BB:CC:DD:EE:FF"])
        #expect(attached.map(\.id) == [.cuff, .grip])
        guard case .bluetooth(_, let address) = attached.first?.road else {
            Issue.record("no cuff on the radio")
            return
        }
        #expect(address == "AA:BB:CC:DD:EE:FF")
        guard case .serial(let profile, let ports) = attached.last?.road else {
            Issue.record("no grip meter")
            return
        }
        #expect(profile.id == "grip-serial")
        #expect(ports == [.path("/dev/serial/by-id/grip")])
    }

    @Test(arguments: [
        ("weight-scale", ["weight"]), ("pulse-oximeter", ["spo2"]),
        ("thermometer", ["body_temperature"]),
        ("blood-pressure", ["blood_pressure"]), ("grip-serial", ["grip_relative"]),
        ("gtech-gl150", ["height", "weight"]), ("and-tm2657", ["blood_pressure"]),
    ])
    func `an instrument serves the tests that ask for what nothing else is`(driver: String, ids: [String]) throws {
        let served = try one(driver)?.place.tests.map(\.rawValue)
        #expect(served == ids, "\(served ?? [])")
    }

    @Test func `a count has to be told what it counts`() throws {
        #expect(throws: AttachmentError.testsMissing("one")) { try one("chair-stand-mat") }
        let mat = try one("chair-stand-mat", ["tests": list(["chair_stand_30s", "arm_curl_30s"])])
        #expect(mat?.place.tests == ["chair_stand_30s", "arm_curl_30s"])
        #expect(mat?.place.isWired == true)
    }

    @Test func `mistakes are told with the key to put right`() {
        #expect(throws: AttachmentError.unknownDriver("one", driver: "abacus")) { try one("abacus") }
        #expect(throws: AttachmentError.unknownTest("one", test: "juggling")) {
            try one("weight-scale", ["tests": list(["juggling"])])
        }
        #expect(throws: AttachmentError.measuresNothingFor("one", driver: "weight-scale", test: "height")) {
            try one("weight-scale", ["tests": list(["height"])])
        }
        #expect(throws: Settings.SettingsError.self) { try attach(["instruments": list(["Scale 1"])]) }
        #expect(throws: Settings.SettingsError.self) {
            try attach(["instruments": list(["a", "a"]), "instrument.a.driver": "weight-scale"])
        }
        #expect(throws: (any Error).self) { try attach(["instruments": list(["nameless"])]) }
    }

    @Test func `a cuff on a cable takes the place of the one on the radio`() throws {
        let attached = try attach([
            "instruments": list(["arm"]), "instrument.arm.driver": "and-tm2657", "instrument.arm.port": "/dev/ttyS0",
        ])
        #expect(attached.map(\.id) == ["arm"])
    }

    @Test func `two of a kind have keys of their own`() throws {
        let attached = try attach([
            "instruments": list(["left", "right"]), "instrument.left.driver": "grip-serial",
            "instrument.right.driver": "grip-serial", "instrument.left.port": "/dev/a",
            "instrument.right.port": "/dev/b",
        ])
        let grips = attached.filter { $0.place.tests == [.grip] }
        let stamps = ReadingStamps(makeID: { UUID() }, now: { Date() }, monotonic: { 0 })
        let keys = grips.compactMap {
            $0.driver(bus: .system, isSimulated: false, clocks: KnownClocks(), stamps: stamps, isOneOfSeveral: true)
                as? LineDevice
        }.map(\.key.rawValue)
        #expect(keys == ["serial:grip-serial:left", "serial:grip-serial:right"])
    }

    @Test func `an instrument that types is read from its keys`() throws {
        let mat = try one(
            "chair-stand-mat", ["keyboard": "/dev/input/by-id/x-event-kbd", "tests": list(["chair_stand_30s"])])
        guard case .keyboard(_, let path) = mat?.road else {
            Issue.record("not a keyboard")
            return
        }
        #expect(path == "/dev/input/by-id/x-event-kbd")
    }
}
