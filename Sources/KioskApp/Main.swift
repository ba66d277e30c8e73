import ArgumentParser

/// `kiosk`: the box in the centre.
///
/// `main` is synchronous on purpose: SDL owns the process's first thread, and an asynchronous main leaves it at its
/// first `await`.
@main
struct KioskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kiosk", abstract: "The screen of a senior centre.", version: House.version,
        subcommands: [
            RunCommand.self, DoctorCommand.self, RenderCommand.self, WallCommand.self, PinCommand.self,
            VisitCommand.self, CardCommand.self, DeviceCommand.self, FeedCommand.self, EvaluateCommand.self,
            EnrolCommand.self, BackupCommand.self, SupporterPINCommand.self, FallbackCommand.self, BenchCommand.self,
        ])
}
