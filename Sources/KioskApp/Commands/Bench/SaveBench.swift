import ArgumentParser
import FitnessMeasure
import Foundation
import KioskScreens
import SeniorCard

/// `kiosk bench saves`: from the touch on "save" to the answer for which the screen waits, with the reading and its
/// event on the disk. The store stays in the folder, so that the floor can write the same rows, with the same pause between
/// them: nobody saves without one, and a disk that rests answers more slowly than one that is driven.
struct SaveBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "saves", abstract: "Reading to durable and answered.")

    @OptionGroup var options: SettingsOptions
    @Option(help: "Readings.") var count = 1000

    func run() throws {
        try reporting {
            let (settings, count) = (try options.load(), count)
            let times = try waitFor { try await Self.save(count, settings) }
            try write(Timings(nanoseconds: times))
        }
    }

    private static let pause = Duration.milliseconds(2)

    private static func save(_ count: Int, _ settings: Settings) async throws -> [Int64] {
        let room = try await BenchStore.open(settings)
        let (answers, answered) = AsyncStream.makeStream(of: (event: AppEvent, at: Int64).self)
        let runner = EffectRunner(
            store: room.store, cards: CardDesk(key: try DataFolder(settings).cardKey(nil)),
            plans: try Assets.find().plans(), settings: settings, print: { _ in }, logger: BenchCommand.logger,
            post: { answered.yield(($0, MonotonicTime.nanoseconds)) })
        let work = Task.detached { await runner.run() }
        defer { work.cancel() }
        var times: [Int64] = []
        var heard = answers.makeAsyncIterator()
        for number in 0..<count {
            let reading = BenchStore.reading(number)
            let start = MonotonicTime.nanoseconds
            runner.perform(.save(reading, testID: TestID.pressure, visit: room.visit, request: number))
            guard let answer = await heard.next(),
                answer.event == .answered(.saved(readingID: reading.id, request: number))
            else { throw Failure.unavailable("a reading was not saved") }
            times.append(answer.at - start)
            try await Task.sleep(for: pause)
        }
        try room.close()
        return times
    }
}
