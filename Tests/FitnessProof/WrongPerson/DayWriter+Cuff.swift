import FitnessMeasure

/// Bluetooth cuffs: they keep what they could not send, send it some day, and send again what they sent.
extension DayWriter {
    private enum Mood {
        case usual, nobodyMeasures, twice, showsError, vendorLayout, storedFirst, othersHistory, sendsTwice, sendsAgain,
            late, vanishes, passerBy, movedClock
    }

    mutating func cuffVisit(_ device: World.Device) {
        let mood = random.pick([
            Mood.usual: 40, .nobodyMeasures: 5, .twice: 5, .showsError: 5, .vendorLayout: 2, .storedFirst: 8,
            .othersHistory: 7, .sendsTwice: 5, .sendsAgain: 8, .late: 5, .vanishes: 3, .passerBy: 5, .movedClock: 2,
        ])
        if mood == .movedClock { moveClock(device) }
        if mood == .passerBy { passesBy(device) }
        let visit = arrive(device.station, .bloodPressure)
        wait(1...4)
        if let late = lateComers.removeValue(forKey: device) { send([late], by: device, isOldOnly: true) }
        wait(5...40)
        play(mood, device, visit)
        leave(visit)
    }

    private mutating func play(_ mood: Mood, _ device: World.Device, _ visit: Int) {
        switch mood {
        case .usual, .passerBy, .movedClock: send([measure(device, visit)], by: device)
        case .nobodyMeasures: break
        case .twice:
            send([measure(device, visit)], by: device)
            wait(20...60)
            send([measure(device, visit)], by: device)
        case .showsError: send([measure(device, visit, fails: true)], by: device)
        case .vendorLayout: vendorLayout(device)
        case .storedFirst:
            let old = memory(device)
            send(old + [measure(device, visit)], by: device)
        case .othersHistory: send(memory(device), by: device, isOldOnly: true)
        case .sendsTwice:
            let fresh = measure(device, visit)
            send([fresh, fresh], by: device)
        case .sendsAgain:
            send(sent[device] ?? [], by: device, isOldOnly: true)
            wait(1...20)
            send([measure(device, visit)], by: device)
        case .late:
            lateComers[device] = measure(device, visit)
            wait(4...10)
        case .vanishes:
            connect(device)
            wait(1...5)
            step(device, .disconnect)
        }
    }

    /// Somebody takes the cuff while nobody's step is armed; it is sent at once, or kept.
    private mutating func passesBy(_ device: World.Device) {
        empty(device.station)
        wait(4...30)
        let passer = measure(device, nil)
        if random.chance(50) { send([passer], by: device) } else { kept[device, default: []].append(passer) }
        wait(4...30)
    }

    private mutating func measure(
        _ device: World.Device, _ visit: Int?, fails: Bool = false, at moment: Moment? = nil
    ) -> Int {
        let (systolic, diastolic) = (random.number(95...185), random.number(50...90))
        let numbers: [QuantityKind: DecimalValue] =
            fails
            ? [:]
            : [
                .systolic: whole(systolic), .diastolic: whole(diastolic), .pulse: whole(random.number(45...120)),
                .meanArterialPressure: whole(diastolic + (systolic - diastolic) / 3),
            ]
        let (user, moment) = (UInt8(random.number(1...2)), moment ?? now)
        return truth(device, visit, numbers, at: moment) {
            DeviceBytes.pressure(numbers, $0.parts(at: moment), user: user)
        }
    }

    /// What the cuff kept of others, from seconds to days ago; somebody may have moved its clock since.
    private mutating func memory(_ device: World.Device) -> [Int] {
        let age = random.pick([random.number(45...600): 5, random.number(600...200_000): 3])
        var old = kept.removeValue(forKey: device) ?? []
        for number in 0..<random.number(old.isEmpty ? 1...3 : 0...2) {
            old.append(measure(device, nil, at: now - .seconds(Double(age + 100 * (3 - number)))))
        }
        if random.chance(25) { moveClock(device) }
        return old
    }

    /// The battery is changed and the clock begins anew, or somebody sets it: by a minute, by hours, by days.
    private mutating func moveClock(_ device: World.Device) {
        if random.chance(25) {
            clocks[device] = DeviceClock(beginning: now)
            if device.isUnread { written.agreed = 0 }
            return
        }
        let seconds = random.pick([
            random.number(-5...5) * 86_400: 2, random.number(-90...90): 2, random.number(-900...900): 2,
            random.number(-400_000...400_000): 2,
        ])
        clocks[device]?.ahead += seconds
        if device.isUnread { written.agreed = 0 }
    }

    private mutating func connect(_ device: World.Device) {
        written.look(at: device, now)
        step(device, .connect(ahead: device.isUnread ? nil : clocks[device]?.ahead))
    }

    /// A connection that sends these, and hangs up.
    private mutating func send(_ truths: [Int], by device: World.Device, isOldOnly: Bool = false) {
        guard !truths.isEmpty else { return }
        wait(0.2...3)
        connect(device)
        // Some are on the air while they pump; what follows was seen being made.
        let isSeen = device.isUnread && !isOldOnly && written.unreadNumber.isMultiple(of: 3)
        let pumpsFirst = random.chance(50)
        if isSeen, pumpsFirst { pump(device) }
        for (place, truth) in truths.enumerated() {
            if isSeen, !pumpsFirst, place == truths.count - 1 { pump(device) }
            wait(0.02...0.3)
            let message = bytes[truth] ?? []
            step(device, .bytes(message))
            let isNewest = truth == truths.last && truths.allSatisfy { dates[$0] ?? 0 <= dates[truth] ?? 0 }
            let isStored = isOldOnly || !isNewest
            note(truth, message, by: device, isStored: isStored)
        }
        wait(1...1.1)
        step(device, .quiet)
        if truths.contains(where: { !day.truths[$0].numbers.isEmpty }) { written.unsettled.remove(device) }
        if device.isUnread { settle(truths, isOldOnly: isOldOnly) }
        wait(0.1...3)
        step(device, .disconnect)
        wait(0.1...1)
    }

    /// Eight fresh records, one after the other, settle for sure where a clock stands that nobody can read.
    private mutating func settle(_ truths: [Int], isOldOnly: Bool) {
        let known = truths.filter { !day.truths[$0].numbers.isEmpty }.compactMap { dates[$0] }
        guard let newest = known.max() else { return }
        if !isOldOnly, newest == known.last {
            written.agreed += 1
        } else if written.agreed < 8 {
            written.agreed = 0
        }
    }

    private mutating func pump(_ device: World.Device) {
        for pressure in [60, 120, 180] {
            wait(0.2...0.5)
            step(device, .live(DeviceBytes.cuffPressure(pressure)))
        }
    }

    private mutating func note(_ truth: Int, _ bytes: [UInt8], by device: World.Device, isStored: Bool) {
        guard !day.truths[truth].numbers.isEmpty else { return }
        // Dated by a clock that was further ahead: it looks younger than it is.
        let shown = (clocks[device]?.ahead ?? 0) + Int(day.truths[truth].at / 1_000_000_000)
        if device.isUnread, (dates[truth] ?? 0) > shown + 5 { written.agreed = 0 }
        day.messages[device, default: []].append(
            Message(
                truth: truth, at: now, bytes: bytes, isStored: isStored, ahead: clocks[device]?.ahead ?? 0,
                isClockMoved: !device.isUnread && written.isDoubtful(device, dates[truth] ?? 0),
                isUnsettled: device.isUnread
                    && (written.agreed < 8 || written.isDoubtful(device, (dates[truth] ?? 0) - 1800))))
        sent[device] = Array(((sent[device] ?? []).filter { $0 != truth } + [truth]).suffix(3))
    }

    /// Another maker's bytes in the standard's place. There is no truth in them.
    private mutating func vendorLayout(_ device: World.Device) {
        connect(device)
        wait(0.1...0.3)
        step(
            device,
            .bytes([
                0xFE, 0x20, 0x27, 0x00, 0x75, 0x00, 0x55, 0x00, 0x5F, 0x00, 0xE4, 0x07, 0x09, 0x18, 0x10, 0x09, 0x3A,
                0x69, 0x00, 0x01,
            ]))
        wait(1...1.1)
        step(device, .quiet)
        wait(0.1...1)
        step(device, .disconnect)
    }
}
