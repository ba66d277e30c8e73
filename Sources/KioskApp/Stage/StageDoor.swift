/// The way onto the stage, which may be known before the stage is there.
struct StageDoor: Sendable {
    let doorbell: Doorbell
    let mailbox: Mailbox<StageEvent>

    init() throws(SystemError) {
        let doorbell = try Doorbell()
        self.doorbell = doorbell
        mailbox = Mailbox { doorbell.ring() }
    }
}
