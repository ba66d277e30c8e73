import FitnessMeasure
import KioskUI
import Testing

@testable import KioskScreens

/// What staff see of the instruments, and how they try and pair one.
@Suite struct StaffInstrumentTests {
    private var house: House
    private let cuff = FoundInstrument(
        address: "C0:FF:EE:00:18:10", name: "BP-1", kinds: ["blood-pressure"], isPaired: false)

    init() throws {
        house = try House()
        house.send(.helpTapped)
        house.send(.staff(.erased))
    }

    /// Past the PIN, to the list.
    @discardableResult private mutating func open() -> [Effect] {
        for digit in [1, 2, 3, 4, 5, 6] { house.send(.staff(.digit(digit))) }
        house.answer { .staffAdmitted(name: "이영자", request: $0) }
        house.answer { .tray([], request: $0) }
        return house.tap("devices") ?? []
    }

    private var pairing: Pairing? {
        if case .staff(let staff) = house.app.screen, case .pairing(let pairing, _) = staff.phase {
            pairing
        } else {
            nil
        }
    }

    /// To the instrument that was found, past the search.
    @discardableResult private mutating func choose() -> [Effect] {
        house.tap("pair")
        house.send(.radio(.found([cuff], number: house.app.radioWorks)))
        return house.tap("found-0") ?? []
    }

    private mutating func hear(_ question: PairingQuestion) {
        house.send(.radio(.asked(question, number: house.app.radioWorks)))
    }

    @Test mutating func `nobody comes to the instruments without the PIN`() {
        for event: Staff.Event in [.devicesTapped, .pairTapped, .instrumentTapped(.cuff), .foundTapped(cuff)] {
            #expect(house.send(.staff(event)).isEmpty)
        }
        #expect(house.app.screen == .staff(Staff()))
        #expect(house.tap("devices") == nil)
    }

    @Test mutating func `the list says how each instrument is, and since when one is silent`() {
        house.send(.device(.grip, .ready("test")))
        house.send(.device(.cuff, .ready("test")))
        house.send(
            .device(.cuff, .health("test", .clock(ClockHealth(offsetBefore: -312, offsetAfter: 0, outcome: .set)))))
        house.send(.device(.cuff, .lost("test")))
        open()
        let shown = house.texts.joined(separator: " ")
        #expect(shown.contains(house.words.instruments.ready))
        #expect(shown.contains(house.words.instruments.sleeping))
        #expect(shown.contains("오전 9시 12분에 마지막으로 이어졌어요"))
        #expect(shown.contains("312초 틀려서 맞췄어요"))
    }

    @Test mutating func `a trial is shown and kept nowhere`() {
        open()
        #expect(house.tap("instrument-grip") != nil)
        #expect(house.texts.contains(house.words.deviceRoom.tryIt))
        #expect(house.send(.device(.grip, house.grip(192))).isEmpty)
        #expect(house.texts.contains("19.2"))
        #expect(house.texts.contains(house.words.deviceRoom.notKept))
        house.tap("again")
        #expect(house.texts.contains(house.words.deviceRoom.tryIt))
    }

    @Test mutating func `what another instrument sends, or what lay in a memory, is no trial`() throws {
        open()
        house.tap("instrument-grip")
        #expect(house.send(.device(.cuff, house.pressure(128, 78))).map(\.unclaimedReason) == ["nobody_armed"])
        var old = house.reading([QuantityValue(.grip, DecimalValue(mantissa: 141, exponent: -1), .kilogram)])
        old.flags.insert(.fromStorage)
        #expect(house.send(.device(.grip, .reading(old))).map(\.unclaimedReason) == ["from_storage"])
        #expect(house.texts.contains(house.words.deviceRoom.tryIt))
    }

    @Test mutating func `outside a trial a reading goes to the tray`() {
        open()
        #expect(house.send(.device(.grip, house.grip(192))).map(\.unclaimedReason) == ["nobody_armed"])
        house.tap("instrument-grip")
        house.send(.backTapped)
        #expect(house.send(.device(.grip, house.grip(200))).map(\.unclaimedReason) == ["nobody_armed"])
    }

    @Test mutating func `an instrument that fails its trial says so`() {
        open()
        house.tap("instrument-cuff")
        house.send(.device(.cuff, .measuring("test", live: nil)))
        house.send(.device(.cuff, .failed("test", .deviceError(code: "E3"))))
        #expect(house.texts.contains(house.words.measure.deviceError))
        #expect(house.tap("again") != nil)
    }

    @Test mutating func `an instrument is searched, found and paired with the number that it shows`() {
        open()
        #expect(house.tap("pair") == [.radio(.search(number: 1))])
        house.send(.radio(.found([cuff], number: 1)))
        #expect(house.texts.contains("BP-1"))
        #expect(house.tap("found-0") == [.radio(.pair(address: cuff.address, number: 2))])
        hear(.enterPasskey)
        for digit in [0, 4, 2, 3, 1, 7, 9] { house.tap(TouchID("digit-\(digit)")) }
        #expect(house.texts.contains("042317"))
        #expect(house.tap("done") == [.reply(.passkey(42_317))])
        #expect(house.texts.contains(house.words.pairing.connecting))
        #expect(house.send(.radio(.ended(nil, number: 2))) == [.radio(.none)])
        #expect(house.texts.contains(house.words.pairing.paired))
        house.tap("devices")
        #expect(house.texts.contains(house.words.instruments.title))
    }

    @Test(arguments: [
        (PairingQuestion.compare(passkey: "001234"), TouchID("same"), PairingReply.yes),
        (.compare(passkey: "001234"), "different", .no),
    ])
    mutating func `two numbers are compared`(question: PairingQuestion, key: TouchID, reply: PairingReply) {
        open()
        choose()
        hear(question)
        #expect(house.texts.contains("001234"))
        #expect(house.tap(key) == [.reply(reply)])
    }

    @Test mutating func `a code keeps its zeros, and nothing typed is no answer`() {
        open()
        choose()
        hear(.enterPIN)
        #expect(house.tap("done") == [])
        for _ in 0..<4 { house.tap("digit-0") }
        #expect(house.tap("done") == [.reply(.pin("0000"))])
    }

    @Test mutating func `a number to be entered on the instrument is shown large`() {
        open()
        choose()
        hear(.show(passkey: "987654"))
        #expect(house.texts.contains("987654"))
    }

    @Test(
        arguments: [
            (PairingFailure.authenticationFailed, \Words.PairingWords.refused), (.timedOut, \.tooLate),
            (.notFound, \.notFound), (.connectionFailed, \.lost), (.failed("x"), \.otherwise),
            (.unavailable("x"), \.unavailable),
        ] as [(PairingFailure, any KeyPath<Words.PairingWords, String> & Sendable)])
    mutating func `a failure says what to do, and one may look again`(
        failure: PairingFailure, words: any KeyPath<Words.PairingWords, String> & Sendable
    ) {
        open()
        choose()
        let ended = house.send(.radio(.ended(failure, number: house.app.radioWorks)))
        #expect(ended == [.radio(.none)])
        #expect(house.texts.contains(house.words.pairing[keyPath: words]))
        #expect(house.tap("again") == [.radio(.search(number: 3))])
    }

    @Test mutating func `a search that finds nothing ends with what to do`() {
        open()
        house.tap("pair")
        #expect(house.send(.radio(.ended(nil, number: 1))) == [.radio(.none)])
        #expect(house.texts.contains(house.words.pairing.nothing))
    }

    @Test mutating func `news of an earlier work are dropped`() {
        open()
        choose()
        house.send(.radio(.ended(.timedOut, number: 1)))
        house.send(.radio(.found([], number: 1)))
        #expect(pairing == Pairing(.connecting(cuff), number: 2))
    }

    @Test(arguments: [AppEvent.homeTapped, .backTapped])
    mutating func `whoever leaves ends the work of the radio`(leaving: AppEvent) {
        open()
        choose()
        #expect(house.send(leaving) == [.radio(.none)])
    }

    @Test mutating func `a pairing that nobody stands before ends by itself`() {
        open()
        choose()
        #expect(house.wait(120) == [.radio(.none)])
        #expect(house.app.screen == .wall)
    }
}
