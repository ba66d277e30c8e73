import CSDL2
import Synchronization

/// The box's sound device, opened when it is first needed. That there is none is nothing unusual.
public nonisolated final class Loudspeaker: Sendable {
    private enum State {
        case closed
        case open(SDL_AudioDeviceID)
        case absent(SDLError)
    }
    private let state = Mutex(State.closed)

    public init() {}

    deinit {
        guard case .open(let device) = state.withLock({ $0 }) else { return }
        SDL_CloseAudioDevice(device)
        SDL_QuitSubSystem(SDL_INIT_AUDIO)
    }

    /// Plays samples of ``Tone/rate`` in place of what plays. Returns at once; throws if there is no device.
    public func play(_ samples: [Int16]) throws(SDLError) {
        let device = try opened()
        SDL_ClearQueuedAudio(device)
        let code = samples.withUnsafeBytes { SDL_QueueAudio(device, $0.baseAddress, UInt32($0.count)) }
        try SDLError.check(code)
        SDL_PauseAudioDevice(device, 0)
    }

    /// Nothing plays any more.
    public func stop() {
        guard case .open(let device) = state.withLock({ $0 }) else { return }
        SDL_ClearQueuedAudio(device)
    }

    private func opened() throws(SDLError) -> SDL_AudioDeviceID {
        let found = state.withLock { state in
            if case .closed = state { state = Self.open() }
            return state
        }
        switch found {
        case .open(let device): return device
        case .absent(let error): throw error
        case .closed: throw SDLError(description: "no sound device")
        }
    }

    private static func open() -> State {
        guard SDL_InitSubSystem(SDL_INIT_AUDIO) == 0 else { return .absent(SDLError()) }
        var wanted = SDL_AudioSpec()
        (wanted.freq, wanted.format, wanted.channels, wanted.samples) = (
            Int32(Tone.rate), UInt16(AUDIO_S16SYS), 1, 2_048
        )
        let device = SDL_OpenAudioDevice(nil, 0, &wanted, nil, 0)
        guard device != 0 else {
            let error = SDLError()
            SDL_QuitSubSystem(SDL_INIT_AUDIO)
            return .absent(error)
        }
        return .open(device)
    }
}
