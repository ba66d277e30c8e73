import FitnessMeasure

/// Devices on a line: they know no time, hold what they show, and have cables that can be pulled.
extension DayWriter {
    private enum Mood {
        case usual, nobodyMeasures, showsError, badCheck, cutOff, late, passerBy, heldOverReplug, tooStrong, pounds,
            repeated, noise, otherTest, sendsAgain
    }

    mutating func gripVisit() {
        let mood = random.pick([
            Mood.usual: 45, .nobodyMeasures: 5, .showsError: 5, .badCheck: 5, .cutOff: 5, .late: 5, .passerBy: 6,
            .heldOverReplug: 8, .tooStrong: 3, .pounds: 3, .otherTest: 4, .noise: 6,
        ])
        let device = random.chance(85) ? World.Device.grip : .spareGrip
        if mood == .passerBy {
            empty(2)
            wait(2...6)
            squeeze(device, nil)
            wait(3...10)
        }
        let visit = arrive(2, mood == .otherTest ? .bloodPressure : .grip)
        wait(2...15)
        switch mood {
        case .nobodyMeasures: break
        case .showsError: line(device, DeviceBytes.gripError("02"))
        case .badCheck:
            let message = squeezed(device, visit).bytes
            line(device, message.dropLast() + message.suffix(1).map { $0 ^ 0x11 })
        case .cutOff: pull(device, after: Array(squeezed(device, visit).bytes.prefix(9)))
        case .late: lateSqueeze(device, visit)
        case .heldOverReplug:
            let shown = squeeze(device, visit)
            pull(device, after: [])
            again(shown, by: device)
        case .tooStrong: squeeze(device, visit, isOdd: true)
        case .pounds: squeeze(device, visit, unit: "lb")
        case .noise:
            line(device, [0xFF, 0x00, 0x47, 0x2C])
            squeeze(device, visit)
        default: squeeze(device, mood == .otherTest ? nil : visit)
        }
        leave(visit)
        if mood == .heldOverReplug { holdOver(device) }
    }

    /// The cable again, with what the display still shows, when the next person may stand there.
    private mutating func holdOver(_ device: World.Device) {
        guard let last = sent[device]?.last else { return }
        pull(device, after: [])
        let next = arrive(2, .grip)
        wait(0.5...2)
        again(last, by: device)
        wait(1...5)
        squeeze(device, next)
        leave(next)
    }

    private mutating func squeezed(
        _ device: World.Device, _ visit: Int?, unit: String = "kg", isOdd: Bool = false
    ) -> (truth: Int, bytes: [UInt8]) {
        let tenths = isOdd ? random.number(901...999) : random.number(60...550)
        let digits = "+0" + (tenths < 100 ? "0" : "") + "\(tenths / 10).\(tenths % 10)"
        let hand = random.chance(50) ? "R" : "L"
        let message = DeviceBytes.grip(digits, hand: hand, unit: unit, state: "S")
        let truth = truth(
            device, visit, [.grip: DecimalValue(mantissa: Int64(tenths), exponent: -1)], isOdd: isOdd || unit != "kg"
        ) { _ in message }
        return (truth, message)
    }

    /// A squeeze: live values, then the one that holds still, which the display then repeats.
    @discardableResult
    private mutating func squeeze(
        _ device: World.Device, _ visit: Int?, unit: String = "kg", isOdd: Bool = false
    ) -> Int {
        for force in ["+004.1", "+009.8"].prefix(random.number(1...2)) {
            line(device, DeviceBytes.grip(force, hand: "R", unit: unit, state: "U"))
            wait(0.1...0.3)
        }
        let (truth, message) = squeezed(device, visit, unit: unit, isOdd: isOdd)
        line(device, message)
        // What the profile itself calls impossible never becomes a reading.
        if !isOdd { note(truth, message, by: device) }
        for _ in 0..<random.number(0...3) {
            wait(0.8...1.2)
            line(device, message)
        }
        return truth
    }

    /// Squeezed before leaving, shown after it.
    private mutating func lateSqueeze(_ device: World.Device, _ visit: Int) {
        line(device, DeviceBytes.grip("+004.1", hand: "R", unit: "kg", state: "U"))
        wait(0.1...0.3)
        let (truth, message) = squeezed(device, visit)
        wait(0.1...0.2)
        empty(2)
        wait(0.05...0.4)
        line(device, message)
        note(truth, message, by: device)
        wait(2...6)
    }

    mutating func scaleVisit() {
        let mood = random.pick([
            Mood.usual: 50, .nobodyMeasures: 5, .cutOff: 5, .late: 5, .passerBy: 5, .repeated: 10, .otherTest: 5,
            .noise: 5, .sendsAgain: 8,
        ])
        if mood == .passerBy {
            empty(3)
            wait(2...6)
            weigh(nil)
            wait(3...10)
        }
        let visit = arrive(3, mood == .otherTest ? .bloodPressure : .weight)
        wait(2...15)
        switch mood {
        case .nobodyMeasures: break
        case .cutOff: pull(.scale, after: [0x02, 0x31, 0x35])
        case .late:
            empty(3)
            wait(0.05...0.4)
            weigh(visit)
            wait(2...6)
        case .repeated:
            let truth = weigh(visit)
            wait(0.5...3)
            again(truth, by: .scale)
        case .sendsAgain: takeOver(after: weigh(visit))
        case .noise:
            line(.scale, Array("OK\r\n".utf8))
            weigh(visit)
        default: weigh(mood == .otherTest ? nil : visit)
        }
        leave(day.visits.count - 1)
    }

    /// The next person steps up at once, and the scale sends the last person's line once more.
    private mutating func takeOver(after truth: Int) {
        wait(1...4)
        let next = arrive(3, .weight)
        wait(1...3)
        again(truth, by: .scale)
        wait(6...20)
        weigh(next)
    }

    @discardableResult
    private mutating func weigh(_ visit: Int?) -> Int {
        let (height, weight) = (random.number(1420...1790), random.number(400...990))
        let truth = truth(
            .scale, visit,
            [
                .height: DecimalValue(mantissa: Int64(height), exponent: -1),
                .weight: DecimalValue(mantissa: Int64(weight) * 10, exponent: -2),
            ]
        ) { _ in
            DeviceBytes.scale(height: "\(height / 10).\(height % 10)", weight: "0\(weight / 10).\(weight % 10)0")
        }
        again(truth, by: .scale)
        return truth
    }

    mutating func armInVisit() {
        let mood = random.pick([
            Mood.usual: 60, .nobodyMeasures: 5, .sendsAgain: 15, .late: 8, .cutOff: 6, .passerBy: 6,
        ])
        if mood == .passerBy {
            empty(3)
            wait(2...6)
            pump(nil)
            wait(3...10)
        }
        if mood == .sendsAgain, let last = sent[.armInCuff]?.last {
            let guest = arrive(3, .bloodPressure)
            wait(1...5)
            again(last, by: .armInCuff)
            leave(guest)
        }
        let visit = arrive(3, .bloodPressure)
        wait(20...50)
        switch mood {
        case .nobodyMeasures: break
        case .cutOff: pull(.armInCuff, after: Array("bp,0000".utf8))
        case .late:
            empty(3)
            wait(0.05...0.4)
            pump(visit)
            wait(2...6)
        default: pump(visit)
        }
        leave(visit)
    }

    private mutating func pump(_ visit: Int?) {
        let (systolic, diastolic) = (random.number(95...185), random.number(50...90))
        let numbers: [QuantityKind: DecimalValue] = [
            .systolic: whole(systolic), .diastolic: whole(diastolic), .pulse: whole(random.number(45...120)),
            .meanArterialPressure: whole(diastolic + (systolic - diastolic) / 3),
        ]
        let moment = now
        again(truth(.armInCuff, visit, numbers) { DeviceBytes.armIn(numbers, $0.parts(at: moment)) }, by: .armInCuff)
        wait(2...4)
    }

    /// The whole message of a truth, for the first time or once more.
    private mutating func again(_ truth: Int, by device: World.Device) {
        let message = bytes[truth] ?? []
        line(device, message)
        note(truth, message, by: device)
    }

    private mutating func note(_ truth: Int, _ bytes: [UInt8], by device: World.Device) {
        day.messages[device, default: []].append(Message(truth: truth, at: now, bytes: bytes, isStored: false))
        sent[device] = [truth]
    }

    /// Bytes as a system delivers them: in one piece or two, the last at ``now``.
    private mutating func line(_ device: World.Device, _ bytes: [UInt8]) {
        let cut = bytes.isEmpty ? 0 : random.number(0...bytes.count - 1)
        if cut > 0 {
            step(device, .bytes(Array(bytes.prefix(cut))))
            now += 2_000_000
        }
        step(device, .bytes(Array(bytes.dropFirst(cut))))
    }

    /// The cable comes off after these bytes, and is put back.
    private mutating func pull(_ device: World.Device, after bytes: [UInt8]) {
        if !bytes.isEmpty { line(device, bytes) }
        wait(0.1...0.5)
        step(device, .disconnect)
        wait(2.5...5)
        step(device, .connect(ahead: nil))
        wait(0.1...0.3)
    }
}
