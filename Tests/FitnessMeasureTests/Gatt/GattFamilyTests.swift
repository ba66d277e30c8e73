import Testing

@testable import FitnessMeasure

/// What the values of each kind of instrument mean.
@Suite struct GattFamilyTests {
    @Test(arguments: [
        (
            "blood-pressure", "2A35", "108e0058006a000400",
            "systolic 142 mm[Hg], diastolic 88 mm[Hg], "
                + "mean_arterial_pressure 106 mm[Hg], +irregular_pulse"
        ),
        ("blood-pressure", "2A36", "009600ff07ff07", "live cuff_pressure 150 mm[Hg]"),
        (
            "blood-pressure", "2B34", "048e0058006a004800",
            "systolic 142 mm[Hg], diastolic 88 mm[Hg], "
                + "mean_arterial_pressure 106 mm[Hg], pulse 72 /min"
        ),
        ("weight-scale", "2A9D", "023430ea070b14091e05", "weight 61.700 kg"),
        ("weight-scale", "2A9D", "030541ea070b14091e05", "weight 166.45 [lb_av]"),
        ("weight-scale", "2A9D", "02ffffea070b14091e05", "failed device_error"),
        ("weight-scale", "2A9D", "000000", "failed implausible"),
        ("body-composition", "2A9C", "00063801 7b13 a41a", "body_fat 31.2 %, weight 34.100 kg, impedance 498.7 Ohm"),
        ("body-composition", "2A9C", "00060000 0000 0835", "weight 67.880 kg, +not_measured"),
        ("body-composition", "2A9C", "00000000", "failed device_error not_measured"),
        ("body-composition", "2A9C", "0000ffff", "failed device_error"),
        ("body-composition", "2A9D", "003430", "live weight 61.700 kg"),
        ("pulse-oximeter", "2A5E", "00c5f34800", "spo2 96.5 %, pulse 72 /min"),
        ("pulse-oximeter", "2A5E", "02610044000002", "spo2 97 %, pulse 68 /min, +from_storage"),
        ("pulse-oximeter", "2A5E", "02610044000004", "spo2 97 %, pulse 68 /min, +demonstration"),
        ("pulse-oximeter", "2A5E", "02610044000008", "spo2 97 %, pulse 68 /min, +demonstration"),
        ("pulse-oximeter", "2A5E", "02610044000040", "spo2 97 %, pulse 68 /min, +questionable"),
        ("pulse-oximeter", "2A5E", "02610044000010", "failed device_error calibrating"),
        ("pulse-oximeter", "2A5E", "02610044000080", "failed device_error invalid"),
        ("pulse-oximeter", "2A5E", "02610044002000", "failed unstable"),
        ("pulse-oximeter", "2A5E", "0461004400000800", "failed device_error not_on_user"),
        ("pulse-oximeter", "2A5E", "0461004400200000", "spo2 97 %, pulse 68 /min, +weak_signal"),
        ("pulse-oximeter", "2A5E", "00ff07ff07", "failed device_error"),
        ("pulse-oximeter", "2A5E", "0069004400", "failed implausible"),
        ("pulse-oximeter", "2A5F", "0062004000", "live spo2 98 %"),
        ("pulse-oximeter", "2A5F", "0862004000000800", "live nothing"),
        ("thermometer", "2A1C", "046e0100ff03", "body_temperature 36.6 Cel, +site_ear"),
        ("thermometer", "2A1C", "01da0300ff", "body_temperature 98.6 [degF]"),
        ("thermometer", "2A1C", "00ffff7f00", "failed device_error"),
        ("thermometer", "2A1C", "006e010000", "failed implausible"),
        ("thermometer", "2A1E", "006e0100ff", "live body_temperature 36.6 Cel"),
        ("glucose-meter", "2A18", "021500ea070b14091e0563b011", "glucose 99 mg/dL"),
        ("glucose-meter", "2A18", "061500ea070b14091e054ec011", "glucose 7.8 mmol/L"),
        ("glucose-meter", "2A18", "021500ea070b14091e0563b04a", "glucose 99 mg/dL, +demonstration"),
        ("glucose-meter", "2A18", "021600ea070b14091e05fe0711", "failed device_error result_too_high"),
        ("glucose-meter", "2A18", "0a1500ea070b14091e0563b0110008", "glucose 99 mg/dL, +clock_fault"),
        ("glucose-meter", "2A18", "0a1500ea070b14091e0563b0110400", "failed device_error sample_too_small"),
        ("glucose-meter", "2A18", "001500ea070b14091e05", "failed device_error"),
        ("heart-rate", "2A37", "0648", "live pulse 72 /min"), ("heart-rate", "2A37", "0448", "live nothing"),
        ("heart-rate", "2A37", "0000", "live nothing"),
        ("walking-speed", "2A53", "00000160", "live speed 1 m/s"),
        ("treadmill", "2ACD", "00005e01", "live speed 3.50 km/h"),
        ("step-climber", "2ACF", "000002002600", "live steps 38 {steps}"),
    ])
    func `a value means`(id: String, characteristic: String, hex: String, summary: String) throws {
        let family = try #require(GattFamily.named(id))
        let bytes = [UInt8](hex: hex)
        let findings = try family.findings(from: bytes, of: try #require(GattUUID(characteristic)))
        #expect(findings.first?.summary == summary)
    }

    @Test(arguments: GattFamily.all.map(\.manifest.id))
    func `a cut value is never a finding`(id: String) throws {
        let family = try #require(GattFamily.named(id))
        for characteristic in family.required + family.optional where characteristic != RecordDownload.controlPoint {
            #expect(throws: GattFrameError.self) { try family.findings(from: [0x00], of: characteristic) }
        }
    }

    @Test func `every kind has a manifest of its own and a service to be found by`() throws {
        let registry = try DeviceRegistry(DriverManifest.bluetooth)
        #expect(registry.manifests.count == GattFamily.all.count)
        for family in GattFamily.all {
            #expect(family.manifest.matches == [.service("\(family.service)")])
            #expect(family.demand(address: "AA:BB:CC:DD:EE:FF").address == "AA:BB:CC:DD:EE:FF")
            #expect(family.manifest.isVerified || !family.manifest.unverified.isEmpty)
        }
    }

    @Test func `only what a manifest names is ever measured`() throws {
        for vector in Vector.all where vector.expect.ok {
            guard let uuid = GattUUID(vector.characteristic) else { continue }
            for family in GattFamily.all where (family.required + family.optional).contains(uuid) {
                for case .measured(let measurement) in try family.findings(from: vector.bytes, of: uuid) {
                    let kinds = Set(measurement.values.map(\.kind))
                    #expect(kinds.isSubset(of: Set(family.manifest.quantities)), "\(vector.id)")
                    #expect(!measurement.values.isEmpty, "\(vector.id)")
                }
            }
        }
    }
}
