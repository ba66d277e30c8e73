extension BatteryRun {
    func current() throws(BatteryRunError) -> (step: Step, place: Int) {
        guard !isPaused else { throw .paused }
        guard case .measuring(let step) = phase, let place = records.firstIndex(where: { $0.test == step.test })
        else { throw .notMeasuring }
        return (step, place)
    }

    mutating func keep(_ entry: TrialEntry, _ flags: Set<QualityFlag>, _ step: Step, _ place: Int) {
        let trial = TestRecord.Trial(
            side: step.side, values: entry.values, source: entry.source, flags: entry.flags.union(flags),
            readingID: entry.readingID, doubted: desk.doubted)
        records[place].trials.append(trial)
        moveOn()
    }

    mutating func stop(_ reason: StopReason) {
        skipOpen { _ in true }
        (phase, isPaused, desk) = (.stopped(reason), false, EntryDesk())
    }

    mutating func skipOpen(where isMeant: (TestProtocol) -> Bool) {
        for (place, test) in battery.all.enumerated() where isMeant(test) && isOpen(place) {
            records[place].skipped = .gate
        }
    }

    /// To the next trial that is open; tests that an earlier one rules out are left out on the way.
    mutating func moveOn() {
        desk = EntryDesk()
        for place in records.indices {
            if place >= battery.gate.count, !battery.gate.isEmpty, gate == nil {
                phase = .awaitingGate
                return
            }
            guard isOpen(place) else { continue }
            if isRuledOut(battery.all[place]) {
                records[place].skipped = .ruledOut
                continue
            }
            phase = .measuring(battery.all[place].nextStep(after: records[place]))
            return
        }
        phase = .finished
    }

    private func isOpen(_ place: Int) -> Bool {
        let record = records[place]
        return record.skipped == nil && !battery.all[place].isDone(record)
    }

    private func isRuledOut(_ test: TestProtocol) -> Bool {
        guard let needed = test.requirement else { return false }
        guard let before = battery[needed.test], let record = self[needed.test],
            let value = before.result(of: record)?.values.first
        else { return true }
        return value.value < needed.minimum
    }
}

extension TestProtocol {
    /// The trial that comes after those that count. Right, left, right, left: each hand rests while the other one works.
    public func nextStep(after record: TestRecord) -> BatteryRun.Step {
        let done = record.valid
        guard !sides.isEmpty else { return BatteryRun.Step(test: id, trial: done.count + 1, side: nil) }
        let counts = sides.map { side in done.count { $0.side == side.side } }
        let fewest = counts.min() ?? 0
        let next = counts.firstIndex(of: fewest) ?? 0
        return BatteryRun.Step(test: id, trial: fewest + 1, side: sides[next].side)
    }

    /// True if the record has all trials that were asked for.
    public func isDone(_ record: TestRecord) -> Bool { record.valid.count >= test.trials * record.rounds }
}
