import FitnessMeasure
import Foundation

extension FuzzTarget {
    /// Every way in: characteristics, kinds of Bluetooth devices, lines by every shipped profile, and files.
    static func all(_ folders: ProofFolders) throws -> [FuzzTarget] {
        let published = try Published(folders)
        let profiles = try LineProfiles(folder: folders.profiles).profiles
        return gatt(published) + families(published) + lines(profiles, published) + (try files(folders)) + words
    }

    private static func gatt(_ published: Published) -> [FuzzTarget] {
        let all = GattDecoding.characteristics
        return all.map { characteristic in
            FuzzTarget(
                name: "characteristic \(characteristic)", share: 500 / all.count,
                seeds: published.gatt[characteristic] ?? [], longest: 64
            ) { bytes in _ = Result { try GattDecoding.decode(characteristic: characteristic, bytes: bytes) } }
        }
    }

    /// The driver's side of the same bytes: what they mean for a reading.
    private static func families(_ published: Published) -> [FuzzTarget] {
        GattFamily.all.flatMap { family in
            family.demand().required.map { characteristic in
                FuzzTarget(
                    name: "instrument \(family.manifest.id)", share: 12,
                    seeds: published.gatt[characteristic.description] ?? [], longest: 64
                ) { bytes in _ = Result { try family.findings(from: bytes, of: characteristic) } }
            }
        }
    }

    private static func lines(_ profiles: [LineProfile], _ published: Published) -> [FuzzTarget] {
        profiles.map { profile in
            FuzzTarget(
                name: "line \(profile.id)", share: 240 / max(1, profiles.count), seeds: published.lines, longest: 300
            ) { bytes in
                let replay = LineReplay(profile, start: Date(timeIntervalSince1970: 0), makeID: { Self.anyID })
                _ = replay.reports(of: recording(of: bytes))
            }
        }
    }

    private static let anyID = UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

    /// The bytes in chunks whose lengths and pauses they say themselves, with a cable that comes off now and then.
    private static func recording(of bytes: [UInt8]) -> DeviceRecording {
        var entries: [DeviceRecording.Entry] = []
        var (rest, time) = (bytes[...], Duration.zero)
        while let first = rest.first {
            time += .milliseconds(Int(first) * Int(first))
            let chunk = Array(rest.prefix(1 + Int(first) % 24))
            rest = rest.dropFirst(chunk.count)
            entries.append(.init(time: time, direction: .fromDevice, bytes: chunk))
            if first == 0xFE {
                entries.append(.init(time: time, direction: .cable, bytes: DeviceRecording.out))
                entries.append(.init(time: time, direction: .cable, bytes: DeviceRecording.in))
            }
        }
        return DeviceRecording(header: [], entries: entries)
    }

    private static func files(_ folders: ProofFolders) throws -> [FuzzTarget] {
        let text = "recording: 1\ndevice: x\n\n+0.000 < 0247\n+1.250 > 06\n+2.000 ! out\n+2.5 ! in\n+3 < ff\n"
        let tables = try folders.files("csv", in: "assets/fitness").map { Array(try Data(contentsOf: $0).prefix(1500)) }
        let yaml = try folders.files("yaml", in: "assets/devices").map { Array(try Data(contentsOf: $0)) }
        return [
            FuzzTarget(name: "recording", share: 60, seeds: [Array(text.utf8)], longest: 200) { bytes in
                _ = Result { try DeviceRecording(text: String(decoding: bytes, as: UTF8.self)) }
            },
            FuzzTarget(name: "table", share: 30, seeds: tables, longest: 1500) { bytes in
                _ = Result { try CSVTable(name: "x.csv", text: String(decoding: bytes, as: UTF8.self)) }
            },
            FuzzTarget(name: "profile", share: 2, seeds: yaml, longest: 2000) { bytes in
                _ = Result { try LineProfile(yaml: String(decoding: bytes, as: UTF8.self), file: "x.yaml") }
            },
        ]
    }

    private static let words = [
        FuzzTarget(
            name: "decimal", share: 30,
            seeds: ["142", "-0.50", "+024.3", "123456789012345.678"].map { Array($0.utf8) },
            longest: 24
        ) { bytes in
            guard let value = DecimalValue(String(decoding: bytes, as: UTF8.self)) else { return }
            precondition(DecimalValue(value.description) == value, "a decimal is not what it says")
        },
        FuzzTarget(
            name: "UUID", share: 20, seeds: [Array("00002a35-0000-1000-8000-00805f9b34fb".utf8), Array("0x2A35".utf8)],
            longest: 40
        ) { bytes in _ = GattUUID(String(decoding: bytes, as: UTF8.self)) },
    ]
}

/// Messages that were published or computed outside, as seeds.
private struct Published {
    var gatt: [String: [[UInt8]]] = [:]
    var lines: [[UInt8]] = []

    private struct File: Decodable {
        let gatt: [Message]?
        let serial: [Message]?
    }

    private struct Message: Decodable {
        let characteristic: String?
        let hex: String

        var bytes: [UInt8] {
            let digits = hex.compactMap(\.hexDigitValue)
            return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        }
    }

    init(_ folders: ProofFolders) throws {
        for name in ["gatt/vectors.json", "line/serial-vectors.json"] {
            let data = try Data(contentsOf: folders.resources.appending(path: name))
            let file = try JSONDecoder().decode(File.self, from: data)
            for message in file.gatt ?? [] { gatt[message.characteristic ?? "", default: []].append(message.bytes) }
            lines += (file.serial ?? []).map(\.bytes)
        }
    }
}
