import FitnessMeasure
import Foundation
import Testing

@testable import DeviceSimulator
@testable import KioskApp
@testable import KioskScreens

/// Staff's search and pairing from the screen's touch to a simulated Bluetooth service and back.
@Suite(.timeLimit(.minutes(1))) struct RadioDeskTests {
    private let cuff: SimulatedInstrument
    private let bluez: FakeBlueZ
    private let bus: PrivateBus
    private let news: AsyncStream<RadioNews>
    private let desk: RadioDesk

    init() async throws {
        bus = try await PrivateBus.start()
        bluez = FakeBlueZ(address: bus.address)
        try await bluez.start()
        cuff = SimulatedInstrument(
            .cuff(systolic: 120, diastolic: 80, pulse: 60), bluez: bluez, address: "C0:FF:EE:00:18:01",
            now: { DeviceTime(Date(), in: .gmt) })
        let (stream, source) = AsyncStream.makeStream(of: RadioNews.self)
        news = stream
        desk = RadioDesk(bus: .address(bus.address), searchLimit: .seconds(20)) { event in
            if case .radio(let news) = event { source.yield(news) }
        }
    }

    private func next() async -> RadioNews? {
        for await news in news { return news }
        return nil
    }

    /// The instrument, once it is in the air.
    private func found(_ number: Int) async -> FoundInstrument? {
        while let news = await next() {
            if case .found(let found, number) = news, let first = found.first { return first }
        }
        return nil
    }

    @Test func `staff pair an instrument with the number that it shows`() async throws {
        defer { bus.stop() }
        let device = cuff.secured(.shows(passkey: 42_317))
        await bluez.comesIntoReach(device)
        var pairing = Pairing(number: 1)
        desk.begin(pairing.radioWork)
        let found = try #require(await found(1))
        #expect(found.kinds == ["blood-pressure"])
        #expect(!found.isPaired)
        pairing = Pairing(.connecting(found), number: 2)
        desk.begin(pairing.radioWork)
        pairing.hear(try #require(await next()))
        for digit in [0, 4, 2, 3, 1, 7] { pairing.type(digit) }
        let reply = pairing.enter()
        desk.reply(try #require(reply))
        pairing.hear(try #require(await next()))
        #expect(pairing.phase == .paired(found))
        #expect(await bluez.property("Trusted", of: device)?.bool == true)
    }

    @Test func `a wrong number is told as a failure`() async throws {
        defer { bus.stop() }
        await bluez.comesIntoReach(cuff.secured(.shows(passkey: 42)))
        desk.begin(.pair(address: "C0:FF:EE:00:18:01", number: 1))
        #expect(await next() == .asked(.enterPasskey, number: 1))
        desk.reply(.passkey(43))
        #expect(await next() == .ended(.authenticationFailed, number: 1))
    }

    @Test func `a pairing that is left asks no more and is no news`() async throws {
        defer { bus.stop() }
        let device = cuff.secured(.compares(passkey: 7))
        await bluez.comesIntoReach(device)
        desk.begin(.pair(address: "C0:FF:EE:00:18:01", number: 1))
        #expect(await next() == .asked(.compare(passkey: "000007"), number: 1))
        desk.begin(.search(number: 2))
        let again = try #require(await found(2))
        #expect(!again.isPaired)
        desk.begin(.none)
    }

    @Test func `a search ends by itself`() async throws {
        defer { bus.stop() }
        let (stream, source) = AsyncStream.makeStream(of: RadioNews.self)
        let short = RadioDesk(bus: .address(bus.address), searchLimit: .milliseconds(50)) { event in
            if case .radio(let news) = event { source.yield(news) }
        }
        short.begin(.search(number: 5))
        for await news in stream {
            if case .ended(let failure, number: 5) = news {
                #expect(failure == nil)
                break
            }
        }
    }

    @Test func `without a bus a search says so`() async throws {
        defer { bus.stop() }
        let (stream, source) = AsyncStream.makeStream(of: RadioNews.self)
        let lost = RadioDesk(bus: .address("unix:path=/nowhere/bus")) { event in
            if case .radio(let news) = event { source.yield(news) }
        }
        lost.begin(.search(number: 1))
        for await news in stream {
            guard case .ended(.unavailable, number: 1) = news else { continue }
            break
        }
    }
}
