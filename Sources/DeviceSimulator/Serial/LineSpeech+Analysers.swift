import FitnessMeasure

extension LineSpeech {
    static let analysers = [tanitaPairs, tbf310]

    /// Header and value alternate; the sum of all bytes before it stands behind the last header.
    private static let tanitaPairs = LineSpeech(
        "tanita-sc",
        [
            .weight: "67.8", .height: "158.7", .bodyFat: "31.2", "fat_mass": "21.2", .fatFreeMass: "46.6",
            .impedance: "512.0",
        ],
        dating: .clock
    ) { sample in
        let pairs = [
            "{0", "16", "~0", "1", "~1", "1", "~2", "1", "MO", "\"SC-330\"", "SN", "\"00000002\"", "Da",
            "\"\(LineSample.two(sample.time.day))/\(LineSample.two(sample.time.month))/\(sample.time.year)\"", "TI",
            "\"\(sample.hour(":"))\"", "Bt", "0", "GE", "2", "AG", "72", "Hm", sample[.height], "Pt", "0.0", "Wk",
            sample[.weight], "FW", sample[.bodyFat], "fW", sample["fat_mass"], "MW", sample[.fatFreeMass], "ZF",
            sample[.impedance],
        ]
        let counted = Array((pairs.joined(separator: ",") + ",").utf8)
        let sum = String(counted.reduce(UInt8(0), &+), radix: 16, uppercase: true)
        return counted + Array("CS,\(LineSample.padded(sum, 2))\r\n".utf8)
    }

    private static let tbf310 = LineSpeech(
        "tanita-tbf310",
        [
            .weight: "67.8", .height: "158.7", .impedance: "512", .bodyFat: "31.2", "fat_mass": "21.2",
            .fatFreeMass: "46.6", .bodyWaterMass: "34.1", .bodyMassIndex: "26.9",
        ], dating: .records
    ) { sample in
        let fields = [
            "\"\(sample.date("/", yearDigits: 2))\"", "\"\(sample.hour(":"))\"", "0", "2", "72", sample[.height],
            sample[.weight], sample[.impedance], sample[.bodyFat], sample["fat_mass"], sample[.fatFreeMass],
            sample[.bodyWaterMass], sample[.bodyMassIndex], "55.4", "22.4",
        ]
        return Array((fields.joined(separator: ",") + "\r\n").utf8)
    }
}
