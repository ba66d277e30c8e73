import DeviceSimulator
import FitnessMeasure
import Foundation
import Testing

/// What holds for the frames of every profile, whatever is in them.
@Suite struct LineFamilyTests {
    private func profile(_ speech: LineSpeech) throws -> LineProfile { try LineProfile.shipped(speech.profileID) }

    private func values(_ profile: LineProfile, _ bytes: [UInt8]) -> [LineValue] {
        profile.messages(bytes).compactMap { try? $0.get().value }  // what is no value is looked at elsewhere
    }

    @Test(arguments: LineSpeech.all)
    func `no strict prefix of a good frame gives a value`(speech: LineSpeech) throws {
        let profile = try profile(speech)
        let frame = speech.finished(speech.sample)
        let end = profile.id == "terumo-bp500" ? frame.count - 1 : frame.count  // a byte behind the end
        for length in 0..<end {
            #expect(values(profile, Array(frame.prefix(length))).isEmpty, "\(length) of \(frame.count)")
        }
        #expect(values(profile, frame).count == 1)
    }

    @Test(arguments: LineSpeech.all)
    func `two frames in one piece, and one in any two pieces, are the same values`(speech: LineSpeech) throws {
        let profile = try profile(speech)
        let frame = speech.finished(speech.sample)
        let value = try #require(values(profile, frame).first)
        #expect(values(profile, frame + frame) == [value, value])
        let decoder = LineDecoder(profile)
        for cut in 0...frame.count {
            var framer = LineFramer(profile.framing)
            let frames = framer.append(Array(frame.prefix(cut))) + framer.append(Array(frame.dropFirst(cut)))
            let found = try frames.map { try decoder.decode(try $0.get()) }
            #expect(found == [.value(value)], "cut at \(cut)")
        }
    }

    @Test(arguments: LineSpeech.all)
    func `noise before a frame costs at most that frame`(speech: LineSpeech) throws {
        let profile = try profile(speech)
        let frame = speech.finished(speech.sample)
        let value = try #require(values(profile, frame).first)
        for noise in [[0x00], [0xff, 0xfe], [0x03], Array("12,7".utf8), [0x0d, 0x0a]] as [[UInt8]] {
            let found = values(profile, noise + frame + frame)
            // A date that noise has spoilt may be lost, an amount may not.
            #expect(found.allSatisfy { $0.values == value.values } && (1...2).contains(found.count), "\(noise)")
            #expect(found.last == value, "\(noise)")
        }
    }

    @Test(arguments: LineSpeech.all)
    func `no flipped bit of a checked frame is read`(speech: LineSpeech) throws {
        let profile = try profile(speech)
        guard profile.checksum?.place != nil else { return }
        let frame = speech.finished(speech.sample)
        let value = try #require(values(profile, frame).first)
        for place in frame.indices {
            for bit in 0..<8 {
                var bent = frame
                bent[place] ^= 1 << bit
                #expect(values(profile, bent).allSatisfy { $0 == value }, "byte \(place) bit \(bit)")
            }
        }
    }

    @Test(arguments: LineSpeech.all)
    func `no other instrument on the port is taken for this one`(speech: LineSpeech) throws {
        let replay = LineReplay(try profile(speech), start: Date(timeIntervalSince1970: 0), makeID: { UUID() })
        for other in LineSpeech.all where other.profileID != speech.profileID {
            let pieces = Array(repeating: other.finished(other.sample), count: 4)
            let recording = DeviceRecording(
                header: [],
                entries: pieces.enumerated().map {
                    .init(time: .seconds($0.offset), direction: .fromDevice, bytes: $0.element)
                })
            let reports = replay.reports(of: recording).map(\.report)
            #expect(reports.compactMap(\.reading).isEmpty, "\(other.profileID)")
            #expect(reports.contains { if case .failed = $0 { true } else { false } }, "\(other.profileID) is not told")
        }
    }

    @Test(arguments: LineSpeech.all)
    func `hostile bytes end soon and are no value`(speech: LineSpeech) throws {
        let profile = try profile(speech)
        let frame = speech.finished(speech.sample)
        let start = ContinuousClock.now
        for filler in [0x2c, 0x30, 0x20, 0x1e, 0x41, 0x02, 0xff] as [UInt8] {
            let flood = [UInt8](repeating: filler, count: 20_000)
            #expect(values(profile, frame.prefix(3) + flood).isEmpty)
        }
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test(arguments: LineSpeech.all)
    func `what a profile's driver kept is the same today`(speech: LineSpeech) throws {
        let redecoding = Redecoding(profiles: try LineProfiles(folder: deviceProfiles).profiles)
        let profile = try LineProfile.shipped(speech.profileID)
        let frames = try #require(speech.pieces(speech.sample, .fine))
        let recording = DeviceRecording(
            header: [], entries: frames.map { .init(time: .zero, direction: .fromDevice, bytes: $0) })
        let replay = LineReplay(profile, start: Date(timeIntervalSince1970: 0), makeID: { UUID() })
        let kept = try #require(replay.reports(of: recording).compactMap(\.report.reading).first)
        #expect(redecoding.redecode(kept) == .same)
        var wrong = kept
        wrong.values[0].value = DecimalValue(mantissa: 1)
        #expect(redecoding.redecode(wrong) == .changed(kept.values))
        wrong.raw = Array(kept.raw.dropFirst(kept.raw.count / 2))
        guard case .unreadable = redecoding.redecode(wrong) else { Issue.record("half a frame was read"); return }
    }

    /// The maker's sample line for an SC-240 (manual, output sample), without the blanks of its print.
    @Test func `the sum of the maker's own line is right, and of a changed one wrong`() throws {
        let tanita = try LineProfile.shipped("tanita-sc")
        let line = """
            {0,16,~0,1,~1,1,~2,1,MO,"SC-240",SN,"00000002",Bt,0,GE,1,AG,30,Hm,170,Pt,0.0,Wk,82.7,FW,18.6,fW,15.4,MW,67.3,\
            mW,64.0,sW,19,bW,3.3,wW,48.0,ww,58.0,MI,28.6,Sw,63.6,OV,30.0,IF,6,rb,8255,rB,1973,rJ,12,rA,28,ZF,369.4,CS,FD\r\n
            """
        let value = try #require(values(tanita, [UInt8](line)).first)
        #expect(value.values.first == QuantityValue(.weight, "82.7", .kilogram) && value.identity == "00000002")
        #expect(value.values.map(\.kind).contains(.impedance))
        let changed = line.replacingOccurrences(of: "Wk,82.7", with: "Wk,72.7")
        #expect(
            tanita.messages([UInt8](changed)) == [.failure(.badChecksum(expected: [UInt8]("FC"), found: [UInt8]("FD")))]
        )
    }

    @Test(arguments: [
        ("{0,16,Wk,67.8,FW,0.0,ZF,0.0\r\n", ["weight"]), ("{0,16,Wp,149.5,FW,31.2\r\n", ["weight", "body_fat"]),
        ("{0,16,Wk,67.8,FW,99.0\r\n", ["weight"]),
    ])
    func `a zero is not measured, and an impossible part is left out`(line: String, kinds: [String]) throws {
        let value = try #require(values(try LineProfile.shipped("tanita-sc"), [UInt8](line)).first)
        #expect(value.values.map(\.kind.rawValue) == kinds)
        #expect(value.flags == (line.contains("99.0") ? [.implausiblePart] : []))
    }

    @Test(arguments: [
        ("and-tm2657", "\u{2}E00\u{1e}S 82\u{1e}D128\u{3}", LineMessage.failed(.implausible)),
        ("and-tm2657", "\u{2}E07\u{1e}S128\u{1e}D 82\u{3}", .failed(.deviceError(code: "07"))),
        (
            "omron-hbp9030", "2026,11,20,09,30,                    ,2,   ,   ,   ,0\r\n",
            .failed(.deviceError(code: "2"))
        ),
        ("tanita-wb100", "SI        kg\r\n", .failed(.deviceError(code: "overload"))),
        ("tanita-wb100", "S_     0.0kg\r\n", .idle),
        ("tanita-wb100", "SD    67.8kg\r\n", .live(QuantityValue(.weight, "67.8", .kilogram))),
        ("doran-scale", "\u{2}-  1.25 kg GR\r\n", .idle),
        ("doran-scale", "\u{2} 149.50 lb gr\r\n", .live(QuantityValue(.weight, "149.50", .pound))),
        ("doran-scale", "\u{2} --oL-- \r\n", .failed(.deviceError(code: "oL"))),
        ("force-gauge", "*11\r\n", .failed(.deviceError(code: "11"))),
        ("chair-stand-mat", "$ERR,02*6B\r\n", .failed(.deviceError(code: "02"))),
    ])
    func `a line means`(id: String, line: String, message: LineMessage) throws {
        #expect(try LineProfile.shipped(id).messages([UInt8](line)) == [.success(message)])
    }
}

extension LineSpeech: CustomTestStringConvertible {
    public var testDescription: String { profileID }
}
