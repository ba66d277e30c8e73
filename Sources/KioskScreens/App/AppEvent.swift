import FitnessMeasure
import SeniorCard
import SignageFeed

/// Everything that can happen to the kiosk: touches, scans, devices, answers, news, time.
public enum AppEvent: Equatable, Sendable {
    case wallTouched
    case start(Start.Event)
    case enrolment(Enrolment.Event)
    case find(FindPerson.Event)
    case home(Home.Event)
    case pressure(PressureMeasuring.Event)
    case fitness(FitnessMenu.Event)
    case screening(Screening.Event)
    case test(TestMeasuring.Event)
    case records(Records.Event)
    case plan(PlanCard.Event)
    case staff(Staff.Event)
    case display(DisplaySettings.Event)

    case homeTapped
    case backTapped
    case helpTapped
    case helpClosed
    case stayTapped
    case pageTurned(Int)

    case scanned(Scan)
    case device(Instrument, DeviceReport)
    /// Of what staff want of the radio.
    case radio(RadioNews)
    case answered(Answer)
    case wallChanged(WallSnapshot)
    /// What the office wants on the wall; nil for what the kiosk shows by itself. `missingPictures` are not on the disk.
    case playlistChanged(Playlist?, missingPictures: Set<ContentHash>)
    /// A picture of the wall that could not be drawn.
    case pictureFailed(ContentHash)
    /// The paper that a supporter has put up; nil when none hangs.
    case pinChanged(LocalPin?)
    /// The sources of moving pictures that can give some now.
    case sourcesChanged(Set<String>)
    case clockJudged(ClockTrust)
    case connectionChanged(Connection)
    case tick
}

/// The line to the office, for staff and for the wall's honesty.
public struct Connection: Equatable, Sendable {
    public var isReachable: Bool
    public var unsent: Int
    public init(isReachable: Bool, unsent: Int) { (self.isReachable, self.unsent) = (isReachable, unsent) }
}
