import Foundation

/// What is wrong with a kiosk, the worst first, in words and as an order of urgency.
struct KioskHealth: Equatable, Sendable {
    /// Seconds without a check-in after which a kiosk counts as silent.
    static let silentAfter: TimeInterval = 15 * 60
    /// Seconds that an event may wait on a kiosk that is in touch.
    static let unsentAfter: TimeInterval = 3600
    /// Free bytes below which somebody should look.
    static let lowDisk: Int64 = 2_000_000_000

    let troubles: [Trouble]

    /// In order of urgency.
    enum Trouble: Equatable, Sendable {
        /// Seconds since the last check-in; nothing if there never was one.
        case silent(TimeInterval?)
        case unsent(TimeInterval)
        case quarantined(Int)
        case lowDisk(Int64)
        case wrongClock

        /// Smaller is more urgent; within one kind the larger ``amount`` is.
        var rank: Int {
            switch self {
            case .silent: 0
            case .unsent: 1
            case .quarantined: 2
            case .lowDisk: 3
            case .wrongClock: 4
            }
        }

        var amount: Double {
            switch self {
            case .silent(let seconds): seconds ?? .infinity
            case .unsent(let seconds): seconds
            case .quarantined(let count): Double(count)
            case .lowDisk(let free): -Double(free)
            case .wrongClock: 0
            }
        }

        var state: StateWord {
            switch self {
            case .silent(nil): .quiet("아직 소식 없음")
            case .silent: .bad("끊김")
            case .unsent(let seconds): .care("\(KoreanTime.length(seconds)) 밀림")
            case .quarantined(let count): .care("따로 둔 기록 \(count.grouped)건")
            case .lowDisk(let free): .care("저장 공간 \(Self.gigabytes(free)) 남음")
            case .wrongClock: .care("시계 틀림")
            }
        }

        /// `1.4GB`, rounded down: never more than there is.
        static func gigabytes(_ bytes: Int64) -> String {
            let tenths = bytes / 100_000_000
            return tenths >= 100 ? "\(tenths / 10)GB" : "\(tenths / 10).\(tenths % 10)GB"
        }
    }

    init(_ kiosk: KioskRow, at now: Date) {
        var found: [Trouble] = []
        let silence = kiosk.lastContactAt.map { now.timeIntervalSince($0) }
        if silence.map({ $0 > Self.silentAfter }) ?? true { found.append(.silent(silence)) }
        if let oldest = kiosk.oldestUnsentAt.map({ now.timeIntervalSince($0) }), oldest > Self.unsentAfter {
            found.append(.unsent(oldest))
        }
        if let count = kiosk.quarantined, count > 0 { found.append(.quarantined(count)) }
        if let free = kiosk.freeDisk, free < Self.lowDisk { found.append(.lowDisk(free)) }
        if kiosk.clockState == "wrong" { found.append(.wrongClock) }
        troubles = found
    }

    var isSilent: Bool { troubles.first?.rank == 0 }

    /// At most two words, so that a row stays a row.
    var states: [StateWord] { troubles.isEmpty ? [.good("좋음")] : troubles.prefix(2).map(\.state) }

    func isMoreUrgent(than other: KioskHealth) -> Bool {
        guard let mine = troubles.first else { return false }
        guard let theirs = other.troubles.first else { return true }
        return (mine.rank, -mine.amount) < (theirs.rank, -theirs.amount)
    }
}
