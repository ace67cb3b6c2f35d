import Foundation

/// Does something when the user presses Ctrl-C or the system asks the program to end, instead of ending at once.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    /// Calls `body` and then ends the program with status 130 or 143.
    convenience init(beforeExit body: @escaping @Sendable () -> Void) {
        self.init { number in
            body()
            exit(128 + number)
        }
    }

    /// Calls `body` with the signal's number each time one comes.
    init(_ body: @escaping @Sendable (Int32) -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { body(number) }
            source.resume()
            return source
        }
    }

    /// Signals end the program at once again.
    func end() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
