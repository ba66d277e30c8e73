import Testing

@testable import FitnessMeasure

@Suite struct KnownClocksTests {
    private let clocks = KnownClocks()
    private let cuff: DeviceKey = "ble:C0:FF:EE:00:00:01"

    private static func seconds(_ seconds: Int64) -> Int64 { seconds * 1_000_000_000 }

    @Test func `a clock that is seen for the first time was not moved, however wrong`() {
        clocks.saw(cuff, -830_000_000, at: 0)
        #expect(!clocks.settle(cuff))
        #expect(clocks.offset(of: cuff) == -830_000_000)
    }

    /// Three seconds, and a second more for every 10,000 that pass.
    @Test(
        arguments: [
            (0, 3, false), (0, -3, false), (0, 4, true), (0, -4, true), (20_000, 5, false), (20_000, 6, true),
            (86_400, -11, false), (86_400, -12, true),
        ] as [(Int64, Int, Bool)])
    func `a clock that goes wrong by itself was not moved`(later: Int64, change: Int, isMoved: Bool) {
        clocks.saw(cuff, 100, at: 0)
        clocks.saw(cuff, 100 + change, at: Self.seconds(later))
        #expect(clocks.settle(cuff) == isMoved)
    }

    @Test func `one burst is nobody's, however many connections were without one`() {
        clocks.saw(cuff, 0, at: 0)
        clocks.saw(cuff, 5000, at: 1)
        clocks.saw(cuff, 5000, at: 2)
        #expect(clocks.settle(cuff))
        #expect(!clocks.settle(cuff))
    }

    @Test func `what we set is no move, and what nobody could see either`() {
        clocks.saw(cuff, -3600, at: 0)
        clocks.left(cuff, 0, at: 1)
        clocks.saw(cuff, 0, at: 2)
        #expect(!clocks.settle(cuff))
        clocks.left(cuff, nil, at: 3)
        clocks.saw(cuff, 700, at: 4)
        #expect(!clocks.settle(cuff))
    }

    @Test func `one device's move is not another's`() {
        clocks.saw(cuff, 0, at: 0)
        clocks.saw("ble:C0:FF:EE:00:00:02", 600, at: 1)
        #expect(!clocks.settle(cuff))
        #expect(!clocks.settle("ble:C0:FF:EE:00:00:02"))
    }

    @Test(
        arguments: [
            // Put back by five minutes, seen at 1,000 s: up to 1,300 s a record can be from before.
            (-300, 1300, true), (-300, 1301, false),
            // Put forward: an old record only looks older.
            (300, 1000, false),
            (-3600, 4600, true), (-3601, 1000, false),
        ] as [(Int, Int64, Bool)])
    func `a record that was kept through the first burst is doubtful for as long as the clock was put back`(
        change: Int, taken: Int64, isDoubtful: Bool
    ) {
        clocks.saw(cuff, 50, at: 0)
        clocks.saw(cuff, 50 + change, at: Self.seconds(1000))
        #expect(clocks.isDoubtful(Self.seconds(taken), of: cuff) == isDoubtful)
    }

    @Test func `strangers beyond the memory's limit are never called moved`() {
        for number in 0..<GattConversation.mostRemembered {
            clocks.saw(DeviceKey(rawValue: "ble:\(number)"), 0, at: 0)
        }
        clocks.saw(cuff, 0, at: 0)
        #expect(clocks.offset(of: cuff) == nil)
        #expect(clocks.offset(of: "ble:0") == 0)
    }
}
