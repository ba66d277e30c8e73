/// What the devices' clocks showed, and when anybody could have seen that they were moved.
struct WrittenClocks {
    var clocks: [World.Device: DeviceClock] = [:]
    /// Devices whose clock was seen to be moved, and that sent no measurement since.
    var unsettled: Set<World.Device> = []
    /// Which cuff with an unread clock is there.
    var unreadNumber = 0
    /// How many of its fresh records came since anything became uncertain; five of them settle everything.
    var agreed = 0
    private var shown: [World.Device: Int] = [:]
    private var moves: [World.Device: [(from: Int, seen: Moment)]] = [:]

    /// The device connects, and shows its clock.
    mutating func look(at device: World.Device, _ now: Moment) {
        let ahead = clocks[device]?.ahead ?? 0
        defer { shown[device] = ahead }
        guard let before = shown[device], before != ahead else { return }
        unsettled.insert(device)
        moves[device, default: []].append((before, now))
    }

    /// The first after a move; or a clock that was put back by an hour at most would, had it not been, have shown a time
    /// before the move for this date, in seconds.
    func isDoubtful(_ device: World.Device, _ date: Int) -> Bool {
        if unsettled.contains(device) { return true }
        let ahead = clocks[device]?.ahead ?? 0
        return (moves[device] ?? []).contains { move in
            (1...3600).contains(move.from - ahead) && date - move.from <= Int(move.seen / 1_000_000_000) + 2
        }
    }
}
