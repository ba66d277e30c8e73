import FitnessMeasure
import Foundation

extension Gallery {
    var staffed: [Piece] {
        let entry = TrayEntry(
            id: Self.visit.id, values: Self.grip.values, receivedAt: Self.now.wall - 900, isSimulated: false,
            reason: "age_unknown")
        return [
            piece("staff-pin") { $0.screen = .staff(Staff()) },
            piece("staff-refused") { app in
                var staff = Staff()
                (staff.refused, staff.pin) = (true, "12")
                app.screen = .staff(staff)
            },
            piece("staff-tray") { $0.screen = .staff(Staff(phase: .tray([entry], by: "이영자"))) },
            piece("staff-tray-empty") { $0.screen = .staff(Staff(phase: .tray([], by: "이영자"))) },
            piece("staff-choosing") { app in
                app.screen = .staff(Staff(phase: .choosing(entry, by: "이영자", initials: "", found: [])))
            },
            piece("staff-chosen") { app in
                let found = [Self.visit.person, Self.other]
                app.screen = .staff(Staff(phase: .choosing(entry, by: "이영자", initials: "ㄱㅇ", found: found)))
            },
            piece("staff-confirming") { app in
                app.screen = .staff(Staff(phase: .confirming(entry, Self.visit.person, by: "이영자")))
            },
        ] + instruments + trials + pairings
    }

    private func staffing(_ name: String, _ phase: Staff.Phase, _ change: (inout App) -> Void = { _ in }) -> Piece {
        piece(name) { app in
            app.screen = .staff(Staff(phase: phase))
            change(&app)
        }
    }

    /// One that works, one that is silent since ten minutes.
    private var instruments: [Piece] {
        [
            staffing("staff-instruments", .instruments(by: "이영자")) { app in
                app.instruments = [.cuff: .away, .grip: .ready]
                app.notes[.cuff] = InstrumentNotes(
                    heardAt: Self.now.wall - 600,
                    clock: ClockHealth(offsetBefore: -312, offsetAfter: 0, outcome: .set))
            },
            staffing("staff-instruments-unplugged", .instruments(by: "이영자")) { $0.instruments = [:] },
        ]
    }

    private var trials: [Piece] {
        let phases: [(String, Instrument, InstrumentTrial.Phase)] = [
            ("waiting", .cuff, .waiting), ("value", .cuff, .value(Self.usual)), ("grip", .grip, .value(Self.grip)),
            ("measuring", .grip, .measuring(Self.grip.values.first)),
            ("failed", .cuff, .failed(.deviceError(code: nil))),
        ]
        return phases.map { name, instrument, phase in
            var trial = InstrumentTrial(instrument)
            trial.phase = phase
            return staffing("staff-trial-" + name, .trying(trial, by: "이영자"))
        }
    }

    private var pairings: [Piece] {
        let cuff = FoundInstrument(
            address: "C0:FF:EE:00:18:10", name: "7210", kinds: ["blood-pressure"], isPaired: false)
        let scale = FoundInstrument(
            address: "C0:FF:EE:00:18:1D", name: "352", kinds: ["weight-scale"], isPaired: true)
        let phases: [(String, Pairing.Phase)] = [
            ("searching", .searching([])), ("found", .searching([cuff, scale])),
            ("over", .searched([cuff, scale], nil)),
            ("nothing", .searched([], nil)), ("no-radio", .searched([], .unavailable(""))),
            ("connecting", .connecting(cuff)), ("show", .asked(cuff, .show(passkey: "042317"), typed: "")),
            ("compare", .asked(cuff, .compare(passkey: "042317"), typed: "")),
            ("enter", .asked(cuff, .enterPasskey, typed: "0423")), ("code", .asked(cuff, .enterPIN, typed: "")),
            ("paired", .paired(cuff)), ("refused", .failed(cuff, .authenticationFailed)),
        ]
        return phases.map { name, phase in
            staffing("staff-pairing-" + name, .pairing(Pairing(phase, number: 1), by: "이영자"))
        }
    }
}
