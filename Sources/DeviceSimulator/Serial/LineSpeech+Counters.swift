import FitnessMeasure

extension LineSpeech {
    static let counters = [
        counter("chair-stand-mat", "CNT,CHAIR", .repetitions, "14"),
        counter("step-counter", "CNT,STEP", .repetitions, "87"),
        counter("light-gates-3m", "TIM,3M", .duration, "7.42"),
        counter("light-gates-gait", "TIM,GAIT", .duration, "4.31"),
    ]

    static let grips = [gripMeter, gauge]

    private static func counter(
        _ id: String, _ tag: String, _ kind: QuantityKind, _ amount: String
    ) -> LineSpeech {
        LineSpeech(
            id, [kind: amount], failure: starred("ERR,02"), moving: { starred("\(tag),\($0[kind]),R") }
        ) { starred("\(tag),\($0[kind]),F") }
    }

    /// `$`, text, `*`, the exclusive-or of the text in hex.
    private static func starred(_ text: String) -> [UInt8] {
        let check = String(text.utf8.reduce(UInt8(0), ^), radix: 16, uppercase: true)
        return Array("$\(text)*\(LineSample.padded(check, 2))\r\n".utf8)
    }

    private static let gripMeter = LineSpeech(
        "grip-serial", [.grip: "24.3"], failure: SimulatedGrip.frame("E02"),
        moving: { SimulatedGrip.frame("G,R,+\($0.padded(.grip, 5)),kg,U") }
    ) { SimulatedGrip.frame("G,R,+\($0.padded(.grip, 5)),kg,S") }

    /// Pulling is negative; three equal answers are a value.
    private static let gauge = LineSpeech(
        "force-gauge", [.grip: "24.6"], question: "?\r\n", failure: Array("*10\r\n".utf8),
        idle: Array("0.0 kgF\r\n".utf8), repetitions: 3
    ) { Array("-\($0[.grip]) kgF\r\n".utf8) }
}
