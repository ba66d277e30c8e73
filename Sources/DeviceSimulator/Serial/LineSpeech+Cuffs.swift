import FitnessMeasure

extension LineSpeech {
    private static let pressures: [QuantityKind: String] = [
        .systolic: "128", .meanArterialPressure: "97", .diastolic: "82", .pulse: "71",
    ]

    static let cuffs = [tm2657, hbp9020, hbp9030, bp500]

    private static let tm2657 = LineSpeech(
        "and-tm2657", pressures, failure: tagged(["XX", "ID0001", "261120", "0930", "E05"])
    ) { sample in
        tagged([
            "XX", "ID0001", sample.date(yearDigits: 2), sample.hour(), "E00",
            "S" + sample.padded(.systolic, 3, with: " "), "M" + sample.padded(.meanArterialPressure, 3, with: " "),
            "D" + sample.padded(.diastolic, 3, with: " "), "P" + sample.padded(.pulse, 3, with: " "), "L000",
        ])
    }

    /// STX, fields with RS between them, ETX.
    private static func tagged(_ fields: [String]) -> [UInt8] {
        Array("\u{2}\(fields.joined(separator: "\u{1e}"))\u{3}".utf8)
    }

    private static let hbp9020 = LineSpeech("omron-hbp9020", pressures, dating: .records) { sample in
        let fields = [
            "bp", "00000000000000004711", sample.date("/"), sample.hour(":"), sample.padded(.systolic, 3),
            sample.padded(.meanArterialPressure, 3), sample.padded(.diastolic, 3), sample.padded(.pulse, 3), "0",
        ]
        return Array((fields.joined(separator: ",") + "\r\n").utf8)
    }

    private static let hbp9030 = LineSpeech(
        "omron-hbp9030", pressures.filter { $0.key != .meanArterialPressure },
        failure: Array("2026,11,20,09,30,                    ,2,   ,   ,   ,0\r\n".utf8), dating: .records
    ) { sample in
        let fields = [
            sample.date(","), sample.hour(","), "                    ", "0", sample.padded(.systolic, 3),
            sample.padded(.diastolic, 3), sample.padded(.pulse, 3), "0",
        ]
        return Array((fields.joined(separator: ",") + "\r\n").utf8)
    }

    /// The byte behind ETX is there and means nothing to us.
    private static let bp500 = LineSpeech("terumo-bp500", pressures, dating: .records) { sample in
        let fields = [
            "R1", "000004711", sample.date(yearDigits: 2), sample.hour(hasSeconds: true), sample.padded(.systolic, 3),
            sample.padded(.meanArterialPressure, 3), sample.padded(.diastolic, 3), sample.padded(.pulse, 3), "0000",
            "0000", "00000", "000",
        ]
        return Array("\u{2}\(fields.joined(separator: ","))\u{3}?".utf8)
    }
}
