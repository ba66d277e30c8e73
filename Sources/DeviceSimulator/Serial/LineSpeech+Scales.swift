import FitnessMeasure

extension LineSpeech {
    static let scales = [gl150, gl310Printer, wb100, doran]

    private static let gl150 = LineSpeech(
        "gtech-gl150", [.height: "158.7", .weight: "067.85", .bodyMassIndex: "026.9"],
        failure: Array("\u{2}158.7,ERR,,,\u{3}".utf8)
    ) { sample in
        Array("\u{2}\(sample[.height]),\(sample[.weight]),000,000,\(sample[.bodyMassIndex])\u{3}".utf8)
    }

    private static let gl310Printer = LineSpeech(
        "gtech-gl310-printer", [.height: "160.2", .weight: "61.70", .bodyMassIndex: "24.0"]
    ) { sample in
        let lines = [
            "", "GENDER   ---- FEMALE", "WEIGHT   ---- \(sample[.weight]) kg", "STANDARD ---- 54.10 kg",
            "HEIGHT   ---- \(sample[.height]) cm", "B  M  I  ----  \(sample[.bodyMassIndex])   ", "\u{1b}T\0",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private static let wb100 = LineSpeech(
        "tanita-wb100", [.weight: "67.8"], question: "DR\r\n", failure: weighed("SI", "      "),
        idle: weighed("S_", "   0.0"),
        moving: { weighed("SD", $0.padded(.weight, 6, with: " ")) }
    ) { weighed("S_", $0.padded(.weight, 6, with: " ")) }

    /// Fourteen bytes.
    private static func weighed(_ state: String, _ weight: String) -> [UInt8] {
        Array("\(state)  \(weight)kg\r\n".utf8)
    }

    private static let doran = LineSpeech(
        "doran-scale", [.weight: "67.85"], question: "W", failure: Array("\u{2} --oL-- \r\n".utf8),
        idle: Array("\u{2}   0.00 kg GR\r\n".utf8),
        moving: { Array("\u{2} \($0.padded(.weight, 6, with: " ")) kg gr\r\n".utf8) }
    ) { Array("\u{2} \($0.padded(.weight, 6, with: " ")) kg GR\r\n".utf8) }
}
