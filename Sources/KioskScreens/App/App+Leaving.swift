import FitnessMeasure
import Foundation

extension App {
    /// 90 s without a touch: a question. 120 s: everything personal is gone.
    static let idleWarning = Duration.seconds(90)
    static let idleEnd = Duration.seconds(120)
    /// A message that nobody reads goes sooner; it holds nothing personal.
    static let messageEnd = Duration.seconds(15)

    mutating func ticked(_ now: Moment) -> [Effect] {
        if case .pressure(var measuring) = screen {
            if measuring.tick(at: now.monotonic) {
                lastActivity = now.monotonic
                screen = .pressure(measuring)
                arm(now)
            }
        }
        if case .test(var measuring) = screen, measuring.tick(bench(now)) {
            lastActivity = now.monotonic
            screen = .test(measuring)
        }
        let idle = now.monotonic - activityEnd
        switch screen {
        case .wall: return []
        case .cardTrouble, .sorry: return idle >= Self.messageEnd ? leave() : []
        default: break
        }
        if idle >= Self.idleEnd { return leave() }
        if idle >= Self.idleWarning { overlay = .idle }
        return []
    }

    /// Resting and running tests are not idleness: time counts from their end.
    private var activityEnd: Duration {
        if case .pressure(let measuring) = screen, case .resting(let until) = measuring.phase {
            return max(lastActivity, until)
        }
        return lastActivity
    }

    func idleTick(_ now: Moment) -> Duration? {
        switch screen {
        case .wall: return nil
        case .cardTrouble, .sorry: return max(.zero, activityEnd + Self.messageEnd - now.monotonic)
        default: break
        }
        if overlay == .idle { return .seconds(1) }
        return max(.milliseconds(50), activityEnd + Self.idleWarning - now.monotonic)
    }

    func screenTick(_ now: Moment) -> Duration? {
        switch screen {
        case .wall: wall.nextTick(now)
        case .pressure(let measuring): if case .resting = measuring.phase { .seconds(1) } else { nil }
        case .test(let measuring): measuring.isRunning ? .milliseconds(100) : nil
        default: nil
        }
    }

    /// When the wall turns, or an alert does.
    func wallTick(_ now: Moment) -> Duration? {
        guard screen == .wall || wall.signage.isAlerted else { return nil }
        let seconds = wall.signage.nextChange(at: now.wall).timeIntervalSince(now.wall)
        return .milliseconds(Int((min(max(0, seconds), 86_400) * 1_000).rounded(.up)))
    }

    /// How long the question "are you still there?" stays.
    func idleLeft(_ now: Moment) -> Duration { max(.zero, activityEnd + Self.idleEnd - now.monotonic) }

    mutating func goHome(_ now: Moment) -> [Effect] {
        overlay = nil
        guard visit != nil else { return leave() }
        if case .home = screen { return leave() }
        let kept = keepUnsaved()
        takeProgress()
        screen = .home(Home())
        attribution.disarm()
        return kept
    }

    mutating func goBack(_ now: Moment) -> [Effect] {
        if overlay != nil {
            overlay = nil
            return []
        }
        if case .test(var measuring) = screen, measuring.goOn() {
            screen = .test(measuring)
            arm(now)
            return []
        }
        if case .pressure(var measuring) = screen, measuring.goBack() {
            screen = .pressure(measuring)
            arm(now)
            return []
        }
        let kept = keepUnsaved()
        takeProgress()
        attribution.disarm()
        switch screen {
        case .enrolment(var enrolment):
            screen = enrolment.goBack() ? .enrolment(enrolment) : .start
        case .find(var find): screen = find.goBack() ? .find(find) : .start
        case .test, .result: screen = .fitness(FitnessMenu())
        case .pressure(let measuring) where measuring.leadsToFitness: screen = .fitness(FitnessMenu())
        case .screening(var screening):
            screen = screening.goBack() ? .screening(screening) : .fitness(FitnessMenu())
        case .plan(let card) where card.isFromResult:
            if let visit { screen = .result(ResultPage(visit, today, setup, at: now.wall)) }
        case .pressure, .fitness, .records, .plan, .classes, .newCard: screen = visit == nil ? .wall : .home(Home())
        case .staff(let staff): return kept + back(from: staff)
        case .wall, .start, .home, .cardTrouble, .looking, .sorry: return kept + leave()
        }
        return kept
    }

    private mutating func back(from staff: Staff) -> [Effect] {
        if let before = staff.before {
            screen = .staff(before)
            return []
        }
        switch staff.phase {
        case .pin, .tray:
            screen = visit == nil ? .wall : .home(Home())
            return []
        case .choosing(_, let by, _, _), .confirming(_, _, let by), .instruments(let by), .trying(_, let by),
            .pairing(_, let by):
            screen = .staff(Staff(phase: .tray([], by: by)))
            return [.listTray(request: nextRequest())]
        }
    }

    /// Back to the wall; nothing of the person stays.
    mutating func leave() -> [Effect] {
        let kept = leaveVisit()
        screen = .wall
        return kept
    }

    /// The person is gone: screen, lists, settings and the arming go, too. A value that was shown and not saved is
    /// kept for the supporter's tray.
    mutating func leaveVisit() -> [Effect] {
        let kept = keepUnsaved()
        visit = nil
        progress = BatteryProgress()
        overlay = nil
        display = DisplaySettings(language: setup.language)
        attribution.disarm()
        request += 1
        return kept
    }

    private func keepUnsaved() -> [Effect] {
        let unsaved: Unsaved? =
            switch screen {
            case .pressure(let measuring): measuring.unsaved.map { Unsaved(reading: $0, testID: TestID.pressure) }
            case .test(let measuring):
                measuring.unsaved(bench(latest)).map { Unsaved(reading: $0, testID: measuring.test.id.rawValue) }
            default: nil
            }
        return unsaved.map { [.keepUnclaimed($0.reading, testID: $0.testID, reason: "left_unsaved")] } ?? []
    }

    /// What was measured stays with the visit, also when its screen is left halfway.
    private mutating func takeProgress() {
        if case .test(let measuring) = screen { progress.take(measuring) }
    }
}
